import type { CityId, DeskId, MemberId } from '../id.ts'
import type { LocalDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** How a report and a filter say whether somebody came for the first time. */
export const firstVisits = ['first', 'again', 'not_asked'] as const
type FirstVisit = (typeof firstVisits)[number]

/** What a list, a count and an export of help requests share. Every part narrows; of the values of one part any will do. */
export interface RequestFilter {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly desk?: readonly DeskId[] | undefined
  readonly guide?: readonly MemberId[] | undefined
  /** Who looks after it since its guide left. */
  readonly caretaker?: readonly MemberId[] | undefined
  readonly theme?: readonly string[] | undefined
  readonly subTheme?: readonly string[] | undefined
  readonly clientKind?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  readonly nationality?: readonly string[] | undefined
  readonly contactLanguage?: readonly string[] | undefined
  readonly firstVisit?: readonly FirstVisit[] | undefined
  readonly action?: readonly string[] | undefined
  readonly whoDidIt?: readonly string[] | undefined
  readonly outcome?: readonly string[] | undefined
  readonly barrier?: readonly string[] | undefined
  readonly origin?: readonly string[] | undefined
  /** What somebody searches for. */
  readonly q?: string | undefined
}

/** Refuses a period that ends before it begins (`period_invalid`): it would find nothing, and say so without a reason. */
export const checkFilter = ({ from, to }: RequestFilter): Refusal | undefined =>
  from && to && to < from ? refuse('period_invalid', { field: 'to' }) : undefined

/** The parts of a filter that are lists of codes or ids, by the name that they have in an address. */
export const filterFields = [
  'desk',
  'guide',
  'caretaker',
  'theme',
  'subTheme',
  'clientKind',
  'status',
  'nationality',
  'contactLanguage',
  'firstVisit',
  'action',
  'whoDidIt',
  'outcome',
  'barrier',
  'origin',
] as const satisfies (keyof RequestFilter)[]
export type FilterField = (typeof filterFields)[number]

/** What a request holds: `theme:housing`, `word:sleutel` (request_lexemes in migrations/0031-own-words-apart.sql). */
export type SearchTerm = string

/** A request matches a search when it holds a term of every group. */
export type Search = readonly (readonly SearchTerm[])[]

/** The codes and ids of a filter as a search. The period is asked beside it; `q` has a file of its own. */
export const searchOfFilter = (filter: RequestFilter): Search =>
  filterFields.flatMap((field) => {
    const values = filter[field]
    return values ? [values.map((value) => `${field}:${value}`)] : []
  })

/** The search as one tsquery over the requests of a city; undefined when it asks for nothing. */
export const writeSearch = (search: Search, city: CityId): string | undefined =>
  search.length === 0
    ? undefined
    : search.map((terms) => `(${terms.map((term) => writeTerm(term, city)).join('|')})`).join('&')

/** Quoted, so that no sign in it means anything, and with the mark that every lexeme of the city has. */
const writeTerm = (term: SearchTerm, city: CityId): string =>
  `'${`${city.slice(-12)}:${term}`.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
