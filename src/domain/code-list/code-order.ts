import { type Refusal, refuse } from '../refusal.ts'
import type { CodeListItem } from './code-list.ts'

type Placed = Pick<CodeListItem, 'list' | 'code' | 'parent' | 'position'>

/** List by list, each theme followed by its sub-themes. */
export function inListOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  const children = Map.groupBy(items, ({ list, parent }) => `${list} ${parent ?? ''}`)
  const sorted = (list: string, parent: string): Item[] =>
    (children.get(`${list} ${parent}`) ?? [])
      .toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
      .flatMap((item) => (parent === '' ? [item, ...sorted(list, item.code)] : [item]))
  return [...new Set(items.map(({ list }) => list))].sort().flatMap((list) => sorted(list, ''))
}

/** The same codes with one of them a place up (-1) or down (1); unchanged when it stands at that end or is not there. */
export function moveCode(codes: readonly string[], code: string, step: -1 | 1): string[] {
  const from = codes.indexOf(code)
  const to = from + step
  if (from < 0 || to < 0 || to >= codes.length) return [...codes]
  return codes.toSpliced(from, 1).toSpliced(to, 0, code)
}

/** Refuses an order that does not hold every code exactly once: `order_incomplete`. */
export function refuseOrder(now: readonly string[], wanted: readonly string[]): Refusal | undefined {
  const isWhole =
    wanted.length === now.length &&
    new Set(wanted).size === wanted.length &&
    now.every((code) => wanted.includes(code))
  return isWhole ? undefined : refuse('order_incomplete')
}
