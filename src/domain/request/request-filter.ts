import type { DeskId, MemberId } from '../id.ts'
import type { LocalDate } from '../local-date.ts'

/** What a list, a count and an export of help requests share. Every part narrows; of the values of one part any will do. */
export interface RequestFilter {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly desk?: readonly DeskId[] | undefined
  readonly guide?: readonly MemberId[] | undefined
  readonly theme?: readonly string[] | undefined
  readonly subTheme?: readonly string[] | undefined
  readonly clientKind?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  readonly nationality?: readonly string[] | undefined
  readonly contactLanguage?: readonly string[] | undefined
  readonly outcome?: readonly string[] | undefined
  readonly barrier?: readonly string[] | undefined
  readonly origin?: readonly string[] | undefined
  /** What somebody searches for. */
  readonly q?: string | undefined
}

/** The parts of a filter that are lists of codes or ids, by the name that they have in an address. */
export const filterFields = [
  'desk',
  'guide',
  'theme',
  'subTheme',
  'clientKind',
  'status',
  'nationality',
  'contactLanguage',
  'outcome',
  'barrier',
  'origin',
] as const satisfies (keyof RequestFilter)[]

/** One term of a search, as PostgreSQL reads it in a tsquery. */
export type SearchTerm = string & { readonly brand: 'search_term' }

/** What a request holds exactly: `theme:housing`, `word:sleutel` (migrations/0004-finding.sql). */
export const exactly = (lexeme: string): SearchTerm =>
  // because: only this function and the next make terms, quoted so that no sign in them means anything
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` as SearchTerm

/** What something begins with that a request holds. */
export const beginningWith = (lexeme: string): SearchTerm =>
  // because: as above
  `${exactly(lexeme)}:*` as SearchTerm

/** A request matches a search when it holds a term of every group. */
export type Search = readonly (readonly SearchTerm[])[]

/** The codes and ids of a filter as a search. The period is asked beside it, `q` has a file of its own. */
export const searchOfFilter = (filter: RequestFilter): Search =>
  filterFields.flatMap((field) => {
    const values = filter[field]
    return values ? [values.map((value) => exactly(`${field}:${value}`))] : []
  })

/** The search as one tsquery; undefined when it asks for nothing. A group without terms is one that nothing matches. */
export const writeSearch = (search: Search): string | undefined =>
  search.length === 0
    ? undefined
    : search.map((terms) => `(${(terms.length > 0 ? terms : [exactly('nothing')]).join('|')})`).join('&')
