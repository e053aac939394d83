import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import { api, bodyOf } from '../../api.ts'
import { codeListsQuery } from '../../code-labels.ts'

/**
 * How many requests hold each code, by list and code; only the coordinator may ask. It reads every request of the city,
 * so no change of a word asks for it again.
 */
export const codeUseQuery = queryOptions({
  queryKey: ['code-use'],
  staleTime: 600_000,
  queryFn: async () => {
    const { items } = await bodyOf(api['code-lists'].use.$get())
    return new Map(items.map(({ list, code, requests }) => [keyOf({ list, code }), requests]))
  },
})

export const codeVersionsQuery = ({ list, code, version }: CodeListEntry) =>
  queryOptions({
    queryKey: ['code-lists', 'versions', list, code, version],
    queryFn: () => bodyOf(api['code-lists'][':list'][':code'].versions.$get({ param: { list, code } })),
  })

export const keyOf = ({ list, code }: Pick<CodeListEntry, 'list' | 'code'>): string => `${list} ${code}`

/** After a change: the words that other pages show are read again, and so are the reports that hold them. */
export function useRefreshCodes(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    void queries.invalidateQueries({ queryKey: ['report'] })
    await queries.invalidateQueries({ queryKey: codeListsQuery.queryKey })
  }
}
