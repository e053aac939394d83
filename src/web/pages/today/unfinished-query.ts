import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** What this guide noted to finish later, the newest first. */
export const unfinishedQuery = queryOptions({
  queryKey: ['requests', 'unfinished'],
  queryFn: async () => (await bodyOf(api['unfinished-requests'].$get())).items,
})
