import { type Refusal, refuse } from '../refusal.ts'
import { type CodeListItem, type CodeListName, unanswered } from './code-list.ts'

type Place = Pick<CodeListItem, 'list' | 'code'>

/** Why the product cannot do without a code. */
export type Need = 'unanswered' | 'rest' | 'gap'

/** Codes that rules of the product name, beside those that say there is no answer. */
const needs: Partial<Record<CodeListName, Readonly<Record<string, Need>>>> = {
  // What fits nowhere else would otherwise be noted as something that it is not.
  theme: { other: 'rest' },
  status: { other: 'rest' },
  who_did_it: { not_applicable: 'rest' },
  // "No offer exists" is an outcome that is counted: the gaps in a city's services are read from it.
  outcome: { no_offer: 'gap' },
}

export const needOf = ({ list, code }: Place): Need | undefined =>
  unanswered.some((none) => none === code) ? 'unanswered' : needs[list]?.[code]

/**
 * Whether a form offers the code: it is active, and so is the theme above it. Retired codes keep their words in lists
 * and reports.
 */
export const isOffered = (
  item: Pick<CodeListItem, 'list' | 'parent' | 'active'>,
  items: readonly Pick<CodeListItem, 'list' | 'code' | 'active'>[],
): boolean =>
  item.active &&
  (item.parent === null ||
    items.some(({ list, code, active }) => list === item.list && code === item.parent && active))

/** Refuses to retire what the product needs (`code_needed_…`), and the last that a form could offer (`code_last`). */
export function refuseRetirement(
  item: Pick<CodeListItem, 'list' | 'code' | 'parent'>,
  others: readonly Pick<CodeListItem, 'list' | 'code' | 'parent' | 'active'>[],
): Refusal | undefined {
  const need = needOf(item)
  if (need) return refuse(`code_needed_${need}`)
  const hasMore = others.some(({ code, parent, active }) => code !== item.code && parent === null && active)
  return item.parent === null && !hasMore ? refuse('code_last') : undefined
}
