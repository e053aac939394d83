import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** What this guide chose most of late: it stands first. */
export const habitsQuery = queryOptions({
  queryKey: ['visits', 'habits'],
  queryFn: () => bodyOf(api.visits.habits.$get()),
  staleTime: 600_000,
})

/** What colleagues know about a theme. */
export const insightQuery = (theme: string) =>
  queryOptions({
    queryKey: ['visits', 'insight', theme],
    queryFn: () => bodyOf(api.visits.insight.$get({ query: { theme } })),
    staleTime: 60_000,
  })
