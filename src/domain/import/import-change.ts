import type { SensitiveCodes } from '../code-list/sensitive-codes.ts'
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

type Fact = string | number | null | readonly string[]

/** One field in which a row of the file differs from its request. Of a sensitive code only that it differs. */
export type FieldChange =
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
} as const satisfies Partial<Record<ImportField, keyof ComparedRequest>>

// because: Object.entries of the literal above gives exactly its pairs
const pairs = Object.entries(compared) as [keyof typeof compared, (typeof compared)[keyof typeof compared]][]

/** Where a row of the file says something else than its request; none when only its spelling differs. */
export function compareRequests(before: ComparedRequest, after: ComparedRequest): FieldChange[] {
  return pairs.flatMap(([field, name]): FieldChange[] => {
    if (isSensitive(field, before) || isSensitive(field, after))
      return codesOf(field, before) === codesOf(field, after) ? [] : [{ field, isHidden: true }]
    return isSame(before[name], after[name])
      ? []
      : [{ field, before: before[name], after: after[name], isHidden: false }]
  })
}

const isSensitive = (field: ImportField, { sensitive }: ComparedRequest): boolean =>
  (field === 'status' && sensitive?.status != null) || (field === 'sub_theme' && sensitive?.subTheme != null)

const codesOf = (field: ImportField, { status, subTheme, sensitive }: ComparedRequest): string | null =>
  field === 'status' ? (sensitive?.status ?? status) : (sensitive?.subTheme ?? subTheme)

/** The order of several actions says nothing. */
const isSame = (before: Fact, after: Fact): boolean =>
  Array.isArray(before) && Array.isArray(after)
    ? [...before].sort().join('|') === [...after].sort().join('|')
    : before === after
