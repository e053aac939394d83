import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** What was exported, newest first, a page at a time. */
export const exportsQuery = infiniteQueryOptions({
  queryKey: ['request-exports'],
  queryFn: ({ pageParam }) =>
    bodyOf(api['request-exports'].$get({ query: pageParam ? { cursor: pageParam } : {} })),
  // because: the first page has no cursor, and the type of a later one cannot be told from undefined alone
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
})
