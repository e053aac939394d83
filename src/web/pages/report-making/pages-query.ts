import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { StaffLanguage } from '../../../domain/language.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { api, bodyOf } from '../../api.ts'

/** The report that is being made: over which days, in which language, of which project. */
export interface MadeReport extends Period {
  readonly language: StaffLanguage
  readonly projectId: string | undefined
}

/** Its pages as an audience would see them. While others come the ones before stay in sight. */
export const pagesQuery = ({ from, to, language, projectId }: MadeReport, audience: ReportAudience) =>
  queryOptions({
    queryKey: ['report', 'pages', from, to, language, projectId, audience],
    queryFn: () =>
      bodyOf(api.reports.live.pages.$get({ query: { from, to, language, projectId, audience } })),
    placeholderData: keepPreviousData,
  })
