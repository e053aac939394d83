import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { StaffLanguage } from '../../../domain/language.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { api, bodyOf } from '../../api.ts'

/** The figures of a period as they stand now, with their charts in one language. */
export const livePageQuery = ({ from, to }: Period, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['report', from, to, language],
    queryFn: () => bodyOf(api.reports.live.page.$get({ query: { from, to, language } })),
    placeholderData: keepPreviousData,
  })
