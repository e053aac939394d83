import type { StaffLanguage } from './language.ts'

// Addresses that the world may keep: they stand on paper and in other people's pages, so none of them ever changes.
// "rapporten" is the word in every language. A city has one address to print and to say on the telephone, and whoever
// changes the language changes two letters of it.

export interface PublicPlace {
  /** The city's code. */
  readonly city: string
  readonly language: StaffLanguage
}

/** Every report that a city published. */
export const publicReportsPath = ({ city, language }: PublicPlace): string => `/${city}/${language}/rapporten`

export type DataFormat = 'csv' | 'json'

/** One of them; with a format its figures as open data. */
export const publicReportPath = (
  place: PublicPlace,
  { id, format }: { readonly id: string; readonly format?: DataFormat },
): string => `${publicReportsPath(place)}/${id}${format ? `.${format}` : ''}`

/**
 * Where the QR of a card leads: it says where the desk is, and nothing of the card. The code comes after a #, which no
 * browser sends, so it stands in no log on the way.
 */
export const publicCardPath = ({ city, language }: PublicPlace): string => `/${city}/${language}/kaart`
