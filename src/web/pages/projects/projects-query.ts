import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: () => bodyOf(api.projects.$get()),
})

export function useRefreshProjects(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: projectsQuery.queryKey })
}
