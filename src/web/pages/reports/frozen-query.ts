import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { StaffLanguage } from '../../../domain/language.ts'
import { api, bodyOf } from '../../api.ts'

export const frozenListQuery = infiniteQueryOptions({
  queryKey: ['snapshots', 'list'],
  queryFn: ({ pageParam }) => bodyOf(api.snapshots.$get({ query: pageParam ? { cursor: pageParam } : {} })),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
})

/** A frozen report never changes, so it is asked once. */
export const frozenPageQuery = (id: string, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['snapshots', id, language],
    queryFn: () => bodyOf(api.snapshots[':id'].page.$get({ param: { id }, query: { language } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Every frozen report of one period. */
export const versionsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['snapshots', 'versions', from, to],
    queryFn: () => bodyOf(api.snapshots.$get({ query: { from, to, limit: '200' } })),
  })
