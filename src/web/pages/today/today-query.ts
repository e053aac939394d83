import { queryOptions } from '@tanstack/react-query'
import type { LocalDate } from '../../../domain/local-date.ts'
import { api, bodyOf } from '../../api.ts'

/** Whether and where somebody can come in on a day. */
export const openingQuery = (day: LocalDate) =>
  queryOptions({
    queryKey: ['calendar', 'day', day],
    queryFn: async () => (await bodyOf(api.calendar.$get({ query: { from: day, to: day } }))).days[0],
  })

/** What became of this guide's own requests of a period. */
export const ownResultsQuery = (period: { readonly from: LocalDate; readonly to: LocalDate }) =>
  queryOptions({
    queryKey: ['requests', 'own-results', period],
    queryFn: async () => (await bodyOf(api['own-results'].$get({ query: period }))).outcomes,
  })
