import { queryOptions, useQuery } from '@tanstack/react-query'
import type { StaffLanguage } from '../../../domain/language.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { api, bodyOf } from '../../api.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import { ReportTable } from './report-table.tsx'

const comparisonsQuery = ({ from, to }: Period, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['report', 'comparisons', from, to, language],
    queryFn: () => bodyOf(api.reports.live.comparisons.$get({ query: { from, to, language } })),
  })

/** The period beside the one before it, and beside the same of a year earlier. */
export const ReportComparisons = ({ period }: { readonly period: Period }) => {
  const { t, language } = useText()
  const { data, error, refetch } = useQuery(comparisonsQuery(period, language))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  return (
    <div className="report-figures report-comparisons">
      {(data?.items ?? []).map(({ title, sentences, table }) => (
        <section key={title} className="report-figure" aria-label={title}>
          <h2>{title}</h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {table.rows.length === 0 ? null : (
            <Disclosure label={t('reports.showTable')}>
              <ReportTable caption={t('reports.tableOf', { title })} table={table} />
            </Disclosure>
          )}
        </section>
      ))}
    </div>
  )
}
