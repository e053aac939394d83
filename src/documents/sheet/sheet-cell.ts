import type { LocalDate } from '../../domain/local-date.ts'

/** What a cell of a written spreadsheet may hold; null is an empty cell. */
export type SheetCell = string | number | boolean | null | { readonly date: LocalDate }

/**
 * A text that no spreadsheet takes for a formula. One that begins with = + - @ tab or return, also behind blanks that
 * a spreadsheet trims, gets an apostrophe in front (OWASP, CSV injection); every other text stays as it is.
 */
export const harmless = (text: string): string => (risky.test(text) ? `'${text}` : text)

// The wide and small forms are read as the plain ones where East Asian text is typed.
const risky = /^(?:[^\S\t\r\n]*[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u
