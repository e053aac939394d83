import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, bodyOf } from '../../api.ts'
import { codeListsQuery } from '../../code-labels.ts'
import { useText } from '../../use-text.ts'
import { codeOptions, type FilterOption, type FilterOptions, worldOptions } from './filter-option.ts'

const desksQuery = queryOptions({
  queryKey: ['requests', 'desks'],
  queryFn: () => bodyOf(api['request-desks'].$get()),
})

const guidesQuery = queryOptions({
  queryKey: ['requests', 'guides'],
  queryFn: () => bodyOf(api['request-guides'].$get()),
})

const caretakersQuery = queryOptions({
  queryKey: ['requests', 'caretakers'],
  queryFn: () => bodyOf(api['request-caretakers'].$get()),
})

const worldQuery = queryOptions({
  queryKey: ['world-codes'],
  queryFn: async () => (await import('./world-codes.ts')).worldCodes,
  staleTime: Number.POSITIVE_INFINITY,
})

/**
 * The choices of every field, as far as they are here, and what failed on their way. Countries and languages come when
 * somebody asks for the world.
 */
export function useFilterOptions(asksWorld: boolean): {
  readonly options: FilterOptions
  readonly error: Error | null
  readonly retry: () => void
} {
  const { language } = useText()
  const desks = useQuery(desksQuery)
  const guides = useQuery(guidesQuery)
  const caretakers = useQuery(caretakersQuery)
  const codes = useQuery(codeListsQuery)
  const world = useQuery({ ...worldQuery, enabled: asksWorld })
  const options = useMemo(
    () => ({
      ...(desks.data ? { desk: desks.data.items.map(named) } : {}),
      ...(guides.data ? { guide: guides.data.items.map(named) } : {}),
      ...(caretakers.data ? { caretaker: caretakers.data.items.map(named) } : {}),
      ...(codes.data ? codeOptions(codes.data.items, language) : {}),
      ...(world.data && codes.data ? worldOptions(world.data, codes.data.items, language) : {}),
    }),
    [desks.data, guides.data, caretakers.data, codes.data, world.data, language],
  )
  const all = [desks, guides, caretakers, codes, world]
  return {
    options,
    error: all.find(({ error }) => error)?.error ?? null,
    retry: () => void Promise.all(all.filter(({ error }) => error).map(({ refetch }) => refetch())),
  }
}

const named = ({ id, name }: { id: string; name: string }): FilterOption => ({ id, label: name })
