import type { QueryClient } from '@tanstack/react-query'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import { inListOrder, moveCode } from '../../../domain/code-list/code-order.ts'
import { api, bodyOf, onVersion } from '../../api.ts'
import { codeListsQuery } from '../../code-labels.ts'

export interface Move {
  readonly item: CodeListEntry
  readonly step: -1 | 1
}

interface Moved {
  /** From 1, among the codes of the same parent. */
  readonly place: number
  readonly of: number
  readonly undo: () => Promise<void>
}

/** Keeps the order in which a code stands a place further, and shows it at once. */
export async function moveInList(queries: QueryClient, { item, step }: Move): Promise<Moved> {
  const before = siblingsOf(queries, item)
  const after = moveCode(before, item.code, step)
  await keepOrder(queries, item, after)
  return {
    place: after.indexOf(item.code) + 1,
    of: after.length,
    undo: () => keepOrder(queries, item, before),
  }
}

type Place = Pick<CodeListEntry, 'list' | 'parent'>

const { queryKey } = codeListsQuery

const siblingsOf = (queries: QueryClient, { list, parent }: Place): string[] =>
  (queries.getQueryData(queryKey)?.items ?? []).flatMap((item) =>
    item.list === list && item.parent === parent ? [item.code] : [],
  )

async function keepOrder(queries: QueryClient, { list, parent }: Place, codes: string[]): Promise<void> {
  const lists = queries.getQueryData(queryKey)?.lists ?? []
  const known = lists.find((other) => other.list === list)?.version ?? 0
  const address = api['code-lists'][':list'].order
  const { version } = await bodyOf(
    address.$put({ param: { list }, header: {}, json: { parent, codes } }, onVersion(known)),
  )
  queries.setQueryData(
    queryKey,
    (data) =>
      data && {
        items: inListOrder(
          data.items.map((item) =>
            item.list === list && item.parent === parent
              ? { ...item, position: codes.indexOf(item.code) }
              : item,
          ),
        ),
        lists: lists.map((other) => (other.list === list ? { list, version } : other)),
      },
  )
}
