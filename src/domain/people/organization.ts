import { z } from 'zod'

/** What an organisation of the network is. The one that runs the one-stop shop is `city`. */
export const organizationKind = z.enum(['city', 'agency', 'employer', 'school', 'partner'])
export type OrganizationKind = z.infer<typeof organizationKind>
