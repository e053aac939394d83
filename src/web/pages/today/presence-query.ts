import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** Who sits where, today first. Asked again each minute, for somebody comes, somebody goes; kept for no later page. */
export const presenceQuery = queryOptions({
  queryKey: ['presence'],
  queryFn: async () => (await bodyOf(api.presence.$get())).days,
  refetchInterval: 60_000,
  staleTime: 0,
  gcTime: 0,
})
