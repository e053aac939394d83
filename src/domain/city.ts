import { z } from 'zod'
import type { CityId } from './id.ts'

/** In addresses and on the command line for ever: it is printed on paper as QR. */
export const cityCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)

/** One city, or one group of municipalities that runs one network: the tenant. */
export interface City {
  readonly id: CityId
  readonly code: string
  readonly name: string
  /** IANA name; every calendar day of the city is a day there. */
  readonly timeZone: string
  readonly isDemo: boolean
}
