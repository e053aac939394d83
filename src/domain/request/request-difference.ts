import type { CodeListItem, CodeListName } from '../code-list/code-list.ts'
import type { SensitiveCodes } from '../code-list/sensitive-codes.ts'
import { withoutIdlePermission } from './own-words.ts'
import type { FactValue, RequestChanges, RequestFacts } from './request-fact.ts'
import { requestFields } from './request-field.ts'

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

export function withChanges(facts: RequestFacts, changes: RequestChanges): RequestFacts {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  return withoutIdlePermission({ ...facts, ...Object.fromEntries(given) })
}

export interface SensitiveLists {
  readonly status: ReadonlySet<string>
  readonly theme: ReadonlySet<string>
}

type MaybeSensitive = Pick<RequestFacts, 'status' | 'subTheme'>

/** The codes among these facts that the wide row may not show. */
export const sensitiveOf = (facts: MaybeSensitive, lists: SensitiveLists): SensitiveCodes => ({
  status: lists.status.has(facts.status) ? facts.status : null,
  subTheme: facts.subTheme !== null && lists.theme.has(facts.subTheme) ? facts.subTheme : null,
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
export function withoutSensitive<Facts extends MaybeSensitive>(facts: Facts, lists: SensitiveLists): Facts {
  const { status, subTheme } = sensitiveOf(facts, lists)
  return {
    ...facts,
    status: status === null ? facts.status : 'not_asked',
    subTheme: subTheme === null ? facts.subTheme : null,
  }
}

/** Of these changes, those from or to a sensitive code. */
export const sensitiveChanges = (changes: readonly FieldChange[], lists: SensitiveLists): FieldChange[] =>
  changes.filter(({ field, from, to }) =>
    [from, to].some(
      (value) =>
        typeof value === 'string' &&
        ((field === 'status' && lists.status.has(value)) || (field === 'subTheme' && lists.theme.has(value))),
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
