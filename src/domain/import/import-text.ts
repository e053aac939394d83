/**
 * What a cell says without what a spreadsheet adds: NUL and other control characters, invisible marks, doubled
 * spaces. PostgreSQL refuses a NUL in text; nobody has meant one.
 */
export const cleanCell = (cell: string): string =>
  plain.test(cell)
    ? cell
    : cell
        .toWellFormed()
        .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, (blanks) => (/[^\0]/.test(blanks) ? ' ' : ''))
        .replace(/\p{Cf}/gu, '')
        .replace(/ {2,}/g, ' ')
        .trim()

// Most cells are plain: a look is cheaper than five replacements.
const plain = /^[!-~]+(?: [!-~]+)*$/

/** Two spellings that differ only in case, accents, spaces, hyphens, quotes or apostrophes are one. */
export function normalise(text: string): string {
  const lower = cleanCell(text).toLowerCase()
  return bare.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[\p{Pd}\p{Pi}\p{Pf}'"`´ʼʻ′″_]+/gu, ' ')
        .replace(/ ?([|,;:/()]) ?/g, '$1')
        .replace(/ {2,}/g, ' ')
        .trim()
}

const bare = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/

/** By what a value is known: as normalise says, and one of nothing but hyphens or quotes ("-") as it stands. */
export const spellingOf = (text: string): string => normalise(text) || cleanCell(text)

/** Long enough to recognise a value by, short enough to read in a list of faults. */
export const shorten = (text: string): string => {
  const cleaned = cleanCell(text.slice(0, 5 * longestShown))
  return cleaned.length > longestShown ? `${cleaned.slice(0, longestShown).toWellFormed()}…` : cleaned
}

const longestShown = 80
