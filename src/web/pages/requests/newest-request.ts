import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** The day of the newest request that you may see; null = there is none. */
export const newestRequestQuery = queryOptions({
  queryKey: ['requests', 'newest'],
  queryFn: async () => {
    const { items } = await bodyOf(api.requests.$get({ query: { limit: '1' } }))
    return items[0]?.receivedOn ?? null
  },
})
