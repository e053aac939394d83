import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'
import type { RequestSearch } from '../../search.ts'

const pageSize = '50'

/** The requests under a filter, newest first, a page at a time. */
export const requestListQuery = (filter: RequestSearch) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.requests.$get({
          query: { ...filter, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) },
        }),
      ),
    // because: the first page has no cursor, and the type of a later one cannot be told from undefined alone
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const requestCountQuery = (filter: RequestSearch) =>
  queryOptions({
    queryKey: ['requests', 'count', filter],
    queryFn: () => bodyOf(api.requests.count.$get({ query: { ...filter } })),
  })
