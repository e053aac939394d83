import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Month } from '../../../domain/local-date.ts'
import { api, bodyOf } from '../../api.ts'
import { monthDays, yearDays } from './month-grid.ts'

export const monthQuery = (month: Month) =>
  queryOptions({
    queryKey: ['calendar', month],
    queryFn: () => bodyOf(api.calendar.$get({ query: monthDays(month) })),
    placeholderData: keepPreviousData,
  })

/** The closures and events of the whole year of this month; never those of another year under its name. */
export const yearQuery = (month: Month) =>
  queryOptions({
    queryKey: ['calendar', 'year', month.slice(0, 4)],
    queryFn: () => bodyOf(api.calendar.$get({ query: yearDays(month) })),
  })

export const holidaysQuery = (month: Month) =>
  queryOptions({
    queryKey: ['calendar', 'holidays', month.slice(0, 4)],
    queryFn: () => bodyOf(api.calendar.holidays.$get({ query: { year: month.slice(0, 4) } })),
  })

export const desksQuery = queryOptions({
  queryKey: ['desks'],
  queryFn: () => bodyOf(api.desks.$get()),
})

/** After a change everything that follows from hours is asked again. */
export function useRefreshPlaces(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['calendar'] }),
      queries.invalidateQueries({ queryKey: ['desks'] }),
      queries.invalidateQueries({ queryKey: ['report'] }),
    ])
  }
}
