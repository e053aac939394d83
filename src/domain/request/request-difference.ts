import type { CodeListItem, CodeListName } from '../code-list/code-list.ts'
import type { SensitiveCodes } from '../code-list/sensitive-codes.ts'
import { withoutIdlePermission } from './own-words.ts'
import type { FactValue, RequestChanges, RequestFacts } from './request-fact.ts'
import { requestFields, saidFields } from './request-field.ts'

/** One field of a correction; `voided` holds the reason while the request is voided, `guideId` who noted it. */
export interface FieldChange {
  readonly field: keyof RequestFacts | 'voided' | 'guideId'
  readonly from: FactValue
  readonly to: FactValue
}

/** What must change to get from one to the other, in the order of the fields. */
export const differencesOf = (before: RequestFacts, after: RequestFacts): FieldChange[] =>
  requestFields.flatMap((field) =>
    isSame(before[field], after[field]) ? [] : [{ field, from: before[field], to: after[field] }],
  )

type ComparedValue = FactValue | readonly string[]

/** Several codes are a set: their order says nothing. */
export const isSame = (one: ComparedValue, other: ComparedValue): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((code) => other.includes(code))
    : one === other

/** The facts with these changes. Permission was given for what was said: other words have none, unless it is given too. */
export function withChanges(facts: RequestFacts, changes: RequestChanges): RequestFacts {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const wanted: RequestFacts = { ...facts, ...Object.fromEntries(given) }
  const isKept = wanted.ownWords === facts.ownWords || changes.mayQuote !== undefined
  return withoutIdlePermission(isKept ? wanted : { ...wanted, mayQuote: null })
}

/** The changes that make of these facts what is wanted; with other words, whether they may be quoted is said anew. */
export function changesTo(facts: RequestFacts, wanted: RequestFacts): RequestChanges {
  const changed = Object.fromEntries(differencesOf(facts, wanted).map(({ field, to }) => [field, to]))
  return 'ownWords' in changed ? { ...changed, mayQuote: wanted.mayQuote } : changed
}

export interface SensitiveLists {
  readonly status: ReadonlySet<string>
  readonly theme: ReadonlySet<string>
}

/** What stands beside the wide row, under a policy of its own: sensitive codes, and what somebody said. */
export interface HiddenFacts extends SensitiveCodes, Readonly<Pick<RequestFacts, 'ownWords' | 'mayQuote'>> {}

type MaybeHidden = Pick<RequestFacts, keyof HiddenFacts>

/** What of these facts the wide row may not show; null = nothing. */
export function hiddenOf(facts: MaybeHidden, lists: SensitiveLists): HiddenFacts | null {
  const codes = sensitiveOf(facts, lists)
  const { ownWords, mayQuote } = facts
  const isNone = codes.status === null && codes.subTheme === null && ownWords === null
  return isNone ? null : { ...codes, ownWords, mayQuote }
}

const sensitiveOf = (
  { status, subTheme }: Pick<RequestFacts, 'status' | 'subTheme'>,
  lists: SensitiveLists,
): SensitiveCodes => ({
  status: lists.status.has(status) ? status : null,
  subTheme: subTheme !== null && lists.theme.has(subTheme) ? subTheme : null,
})

/** Which codes of a city are sensitive. */
export function sensitiveLists(
  codes: readonly Pick<CodeListItem, 'list' | 'code' | 'sensitive'>[],
): SensitiveLists {
  const of = (name: CodeListName) =>
    new Set(codes.flatMap(({ list, code, sensitive }) => (sensitive && list === name ? [code] : [])))
  return { status: of('status'), theme: of('theme') }
}

/** The same facts as the wide row says them. */
export function withoutHidden<Facts extends MaybeHidden>(facts: Facts, lists: SensitiveLists): Facts {
  const { status, subTheme } = sensitiveOf(facts, lists)
  return {
    ...facts,
    status: status === null ? facts.status : 'not_asked',
    subTheme: subTheme === null ? facts.subTheme : null,
    ownWords: null,
    mayQuote: null,
  }
}

/** Of these changes, those that the wide row may not show: from or to a sensitive code, and of what somebody said. */
export const hiddenChanges = (changes: readonly FieldChange[], lists: SensitiveLists): FieldChange[] =>
  changes.filter(
    ({ field, from, to }) =>
      saidFields.some((said) => said === field) ||
      [from, to].some(
        (value) =>
          typeof value === 'string' &&
          ((field === 'status' && lists.status.has(value)) ||
            (field === 'subTheme' && lists.theme.has(value))),
      ),
  )

/** A change as the wide row shows it, overlaid with what only some may see. */
export const overlay = (
  shown: readonly FieldChange[],
  sensitive: readonly FieldChange[],
): readonly FieldChange[] => {
  const hidden = new Set(sensitive.map(({ field }) => field))
  return [...shown.filter(({ field }) => !hidden.has(field)), ...sensitive].toSorted(
    (a, b) => orderOf(a) - orderOf(b),
  )
}

const fieldOrder: readonly string[] = requestFields
const orderOf = ({ field }: FieldChange): number => fieldOrder.indexOf(field)
