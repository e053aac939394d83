import type { PublicationId } from '../domain/id.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { formatDate, localDateIn } from '../text/format.ts'
import { translator } from '../text/translate.ts'
import type { SitePlace } from './site-frame.ts'

/** What the world knows of a published report besides its figures. */
export interface PublishedReport {
  readonly id: PublicationId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly publishedAt: string
  readonly checksum: string
  readonly withdrawn: { readonly at: string; readonly reason: string } | null
}

/** "1 december 2015 tot en met 31 juli 2016" */
export const periodOf = ({ language }: SitePlace, { from, to }: PublishedReport): string =>
  translator(language)('report:document.period', {
    from: formatDate(language, from),
    to: formatDate(language, to),
  })

/** The day that a moment was in the city. */
export const dayOf = ({ city, language }: SitePlace, moment: string): string =>
  formatDate(language, localDateIn(new Date(moment), city.timeZone))
