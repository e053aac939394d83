import type { SensitiveCodes } from '../code-list/sensitive-codes.ts'
import type { DeskId } from '../id.ts'
import { isSame } from '../request/request-difference.ts'
import type { RequestChanges } from '../request/request-fact.ts'
import type { ColumnChoice } from './import-column.ts'
import type { ImportField } from './import-field.ts'
import type { ImportedRequest } from './import-row.ts'

/** A request as an import compares it: what it says in words of the databank, its time as the city's clock showed it. */
export interface ComparedRequest
  extends Omit<ImportedRequest, 'receivedAt' | 'timeKnown' | 'actions' | 'barriers' | 'sensitive'> {
  /** HH:MM; null when only the day is known. */
  readonly receivedTime: string | null
  readonly actions: readonly string[]
  readonly barriers: readonly string[]
  readonly sensitive: SensitiveCodes | null
}

export type Fact = string | number | boolean | null | readonly string[]

/** One field in which a row of the file differs from its request. Of a sensitive code only that it differs. */
export type RowDifference =
  | { readonly field: ImportField; readonly before: Fact; readonly after: Fact; readonly isHidden: false }
  | { readonly field: ImportField; readonly isHidden: true }

const compared = {
  received_on: 'receivedOn',
  received_at: 'receivedTime',
  desk: 'desk',
  guide: 'guide',
  channel: 'channel',
  origin: 'origin',
  client_kind: 'clientKind',
  status: 'status',
  nationality: 'nationality',
  contact_language: 'contactLanguage',
  theme: 'theme',
  sub_theme: 'subTheme',
  actions: 'actions',
  who_did_it: 'whoDidIt',
  outcome: 'outcome',
  barriers: 'barriers',
  referred_to_text: 'referredToText',
  minutes: 'minutes',
  asked_by: 'askedBy',
  language_help: 'languageHelp',
  neighbourhood: 'neighbourhood',
  first_visit: 'firstVisit',
  tip: 'tip',
  own_words: 'ownWords',
  may_quote: 'mayQuote',
} as const satisfies Partial<Record<ImportField, keyof ComparedRequest>>

// because: Object.entries of the literal above gives exactly its pairs
const pairs = Object.entries(compared) as [keyof typeof compared, (typeof compared)[keyof typeof compared]][]

/**
 * Where a row of the file says something else than its request, in the fields that the file has; none when only its
 * spelling differs.
 */
export function compareRequests(
  before: ComparedRequest,
  after: ComparedRequest,
  columns: ColumnChoice,
): RowDifference[] {
  return pairs.flatMap(([field, name]): RowDifference[] => {
    if (!isSaid(field, after, columns)) return []
    if (isSensitive(field, before) || isSensitive(field, after))
      return codesOf(field, before) === codesOf(field, after) ? [] : [{ field, isHidden: true }]
    return isSame(before[name], after[name])
      ? []
      : [{ field, before: before[name], after: after[name], isHidden: false }]
  })
}

/** A theme's cell may say the sub-theme, and a date's cell the time. */
function isSaid(field: ImportField, { receivedTime }: ComparedRequest, columns: ColumnChoice): boolean {
  // Permission for words that the file does not hold says nothing.
  if (field === 'may_quote' && !columns.includes('own_words')) return false
  if (columns.includes(field)) return true
  return (
    (field === 'sub_theme' && columns.includes('theme')) || (field === 'received_at' && receivedTime !== null)
  )
}

/** What a request becomes when a row is accepted: the fields that differ, hidden codes too; its guide apart. */
export function correctionOf(
  fields: readonly RowDifference[],
  after: ComparedRequest,
  deskId: DeskId,
): RequestChanges {
  const facts: RequestChanges = {
    receivedOn: after.receivedOn,
    receivedTime: after.receivedTime,
    deskId,
    channel: after.channel,
    origin: after.origin,
    clientKind: after.clientKind,
    status: after.sensitive?.status ?? after.status,
    nationality: after.nationality,
    contactLanguage: after.contactLanguage,
    theme: after.theme,
    subTheme: after.sensitive?.subTheme ?? after.subTheme,
    actions: [...after.actions],
    whoDidIt: after.whoDidIt,
    outcome: after.outcome,
    barriers: [...after.barriers],
    minutes: after.minutes,
    referredTo: after.referredToText,
    askedBy: after.askedBy,
    languageHelp: after.languageHelp,
    neighbourhood: after.neighbourhood,
    firstVisit: after.firstVisit,
    tip: after.tip,
    ownWords: after.ownWords,
    mayQuote: after.mayQuote,
  }
  // Other words take their permission along: what the file says of it, said again.
  const wanted = new Set<string>(
    fields.flatMap(({ field }) => (field === 'own_words' ? ['ownWords', 'mayQuote'] : (factOf[field] ?? []))),
  )
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => wanted.has(fact)))
}

const factOf: Partial<Record<ImportField, keyof RequestChanges>> = {
  received_on: 'receivedOn',
  received_at: 'receivedTime',
  desk: 'deskId',
  channel: 'channel',
  origin: 'origin',
  client_kind: 'clientKind',
  status: 'status',
  nationality: 'nationality',
  contact_language: 'contactLanguage',
  theme: 'theme',
  sub_theme: 'subTheme',
  actions: 'actions',
  who_did_it: 'whoDidIt',
  outcome: 'outcome',
  barriers: 'barriers',
  referred_to_text: 'referredTo',
  minutes: 'minutes',
  asked_by: 'askedBy',
  language_help: 'languageHelp',
  neighbourhood: 'neighbourhood',
  first_visit: 'firstVisit',
  tip: 'tip',
  may_quote: 'mayQuote',
}

const isSensitive = (field: ImportField, { sensitive }: ComparedRequest): boolean =>
  (field === 'status' && sensitive?.status != null) || (field === 'sub_theme' && sensitive?.subTheme != null)

const codesOf = (field: ImportField, { status, subTheme, sensitive }: ComparedRequest): string | null =>
  field === 'status' ? (sensitive?.status ?? status) : (sensitive?.subTheme ?? subTheme)
