import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { StaffLanguage } from '../../../domain/language.ts'
import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { api, bodyOf } from '../../api.ts'

export const frozenListQuery = infiniteQueryOptions({
  queryKey: ['snapshots', 'list'],
  queryFn: ({ pageParam }) => bodyOf(api.snapshots.$get({ query: pageParam ? { cursor: pageParam } : {} })),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
})

const readFrozenPage = (id: string, language: StaffLanguage) =>
  bodyOf(api.snapshots[':id'].page.$get({ param: { id }, query: { language } }))
export type FrozenPage = Awaited<ReturnType<typeof readFrozenPage>>

/** A frozen report never changes, so it is asked once. */
export const frozenPageQuery = (id: string, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['snapshots', id, language],
    queryFn: () => readFrozenPage(id, language),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Its pages as an audience sees them, or would; another report that is published meanwhile changes what others see. */
export const frozenPagesQuery = (id: string, language: StaffLanguage, audience: ReportAudience) =>
  queryOptions({
    queryKey: ['publications', 'pages', id, language, audience],
    queryFn: () => bodyOf(api.snapshots[':id'].pages.$get({ param: { id }, query: { language, audience } })),
    placeholderData: keepPreviousData,
  })

/** Every frozen report of one period. */
export const versionsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['snapshots', 'versions', from, to],
    queryFn: () => bodyOf(api.snapshots.$get({ query: { from, to, limit: '200' } })),
  })
