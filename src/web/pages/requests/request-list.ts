import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'
import { chosenLanguage } from '../../language.ts'
import type { RequestSearch } from '../../search.ts'

const pageSize = '50'

/** Also when somebody comes back to this window: the import may have run in another one. */
const alwaysFresh = { staleTime: 0, refetchOnWindowFocus: true } as const

/** Words are searched among the labels of the reader's language: another language is another question. */
const keyOf = (filter: RequestSearch) => [filter, filter.q ? chosenLanguage() : ''] as const

/**
 * The requests under a filter, newest first, a page at a time. What was found before shows at once and is asked anew:
 * somebody may have imported or corrected meanwhile.
 */
export const requestListQuery = (filter: RequestSearch) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', ...keyOf(filter)],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.requests.$get(
          { query: { ...filter, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } },
          { init: { signal } },
        ),
      ),
    // because: the first page has no cursor, and the type of a later one cannot be told from undefined alone
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    ...alwaysFresh,
  })

export const requestCountQuery = (filter: RequestSearch) =>
  queryOptions({
    queryKey: ['requests', 'count', ...keyOf(filter)],
    queryFn: ({ signal }) => bodyOf(api.requests.count.$get({ query: { ...filter } }, { init: { signal } })),
    ...alwaysFresh,
  })
