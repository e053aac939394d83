import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: () => bodyOf(api.devices.$get()),
})

/** What waits for a decision of the coordinator. */
export const quarantineQuery = queryOptions({
  queryKey: ['quarantine'],
  queryFn: () => bodyOf(api['quarantined-visits'].$get()),
})

/** What was registered just now stands in the list of requests too. */
export function useRefreshDevices() {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(
      ['devices', 'quarantine', 'requests'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    )
  }
}
