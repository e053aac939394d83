import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { api, bodyOf } from '../../api.ts'

/** What people said in a period and let the city quote. */
export const storiesQuery = ({ from, to }: Period, q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['report', 'stories', from, to, q],
    queryFn: ({ pageParam: cursor }) => bodyOf(api.reports.stories.$get({ query: { from, to, q, cursor } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
