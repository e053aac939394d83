import { z } from 'zod'

/** The languages of staff screens, reports and messages. Public screens have more (see text/). */
export const staffLanguage = z.enum(['nl', 'fr', 'en'])
export type StaffLanguage = z.infer<typeof staffLanguage>

/** One text in every staff language. */
export type Labels = Record<StaffLanguage, string>

/** One text in the languages that somebody has written it in. */
export type SomeLabels = { readonly [Language in StaffLanguage]?: string | undefined }
