import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank'
import { useQuery } from '@tanstack/react-query'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { formatDate } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { periodWithData } from '../period/default-period.ts'
import { newestRequestQuery } from '../requests/newest-request.ts'

interface EmptyReportProps {
  readonly isDemo: boolean
  readonly onPeriod: (period: Period) => void
}

/** Nothing to count: it points to the period that has something. */
export const EmptyReport = ({ isDemo, onPeriod }: EmptyReportProps) => {
  const { t, language } = useText()
  const { data: newest } = useQuery(newestRequestQuery)
  if (newest === undefined) return null
  const other = newest && periodWithData(newest, isDemo)
  const days = other && { from: formatDate(language, other.from), to: formatDate(language, other.to) }
  return (
    <EmptyState title={t('reports.emptyTitle')} icon={<CalendarBlankIcon aria-hidden size={48} />}>
      <p>
        {newest ? t('reports.emptyOther', { date: formatDate(language, newest) }) : t('reports.emptyCity')}
      </p>
      {other && days ? <Button onPress={() => onPeriod(other)}>{t('reports.emptyShow', days)}</Button> : null}
    </EmptyState>
  )
}
