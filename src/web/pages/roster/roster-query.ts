import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { KeptRoster } from '../../../contract/roster.ts'
import type { Roster } from '../../../domain/people/roster.ts'
import { api, bodyOf } from '../../api.ts'

/** Whose week: a colleague's, or null for one's own. */
export type Whose = string | null

export const rosterQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['roster', whose],
    queryFn: (): Promise<KeptRoster> =>
      bodyOf(whose ? api.members[':id'].roster.$get({ param: { id: whose } }) : api.roster.$get()),
    // A week is changed as it is now, not as it was when it was last looked at.
    staleTime: 0,
  })

export const rostersQuery = queryOptions({
  queryKey: ['rosters'],
  queryFn: async () => (await bodyOf(api.rosters.$get())).items,
})

/** Keeps a week in the place of a version of it. */
export function putRoster(
  whose: Whose,
  { languages, weeks, absences }: Roster,
  version: number,
): Promise<KeptRoster> {
  const kept = {
    header: { 'if-match': `"${version}"` },
    json: {
      languages: [...languages],
      weeks: weeks.map(({ from, spans }) => ({ from, spans: [...spans] })),
      absences: [...absences],
    },
  }
  return bodyOf(
    whose ? api.members[':id'].roster.$put({ param: { id: whose }, ...kept }) : api.roster.$put(kept),
  )
}

/** Asks again for all that a week may touch. */
export function useRefreshRosters(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['roster'] }),
      queries.invalidateQueries({ queryKey: ['presence'] }),
    ])
  }
}
