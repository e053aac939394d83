import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import type { CalendarPreview } from '../../../contract/calendar.ts'
import type { CalendarChange } from '../../../domain/calendar/calendar-change.ts'
import { formatDate, formatDecimal, formatMoment, formatMonth, formatNumber } from '../../../text/format.ts'
import { api, bodyOf } from '../../api.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { useText } from '../../use-text.ts'

const previewQuery = (change: CalendarChange | undefined) =>
  queryOptions({
    queryKey: ['calendar', 'preview', change],
    queryFn: change ? () => bodyOf(api.calendar.previews.$post({ json: change })) : skipToken,
    staleTime: 0,
  })

/** What the change would do, as the server computes it; `isReady` once that stands on the screen. */
export function useChangePreview(change: CalendarChange | undefined) {
  const { data, error, isFetching, refetch } = useQuery(previewQuery(change))
  const shown = change && !error ? data : undefined
  const view = change ? (
    <section className="preview" aria-live="polite">
      <Preview preview={shown} error={error} onRetry={() => void refetch()} />
    </section>
  ) : null
  return { isReady: change !== undefined && shown !== undefined && !isFetching, view }
}

interface PreviewProps {
  readonly preview: CalendarPreview | undefined
  readonly error: Error | null
  readonly onRetry: () => void
}

const Preview = ({ preview, error, onRetry }: PreviewProps) => {
  const { t } = useText('places')
  if (error) return <QueryError error={error} onRetry={onRetry} />
  if (!preview) return <p>{t('preview.busy')}</p>
  if (preview.months.length === 0) return <p>{t('preview.nothing')}</p>
  return (
    <>
      <h3>{t('preview.title')}</h3>
      <ul className="preview-months">
        {preview.months.map((month) => (
          <MonthLine key={month.month} month={month} />
        ))}
      </ul>
      <Frozen frozen={preview.frozen} />
    </>
  )
}

const MonthLine = ({ month }: { month: CalendarPreview['months'][number] }) => {
  const { t, language } = useText('places')
  const { before, after, requests } = month
  const gaps = {
    month: formatMonth(language, month.month),
    before: formatNumber(language, before.openingDays),
    after: formatNumber(language, after.openingDays),
    averageBefore: formatDecimal(language, before.perOpeningDay),
    averageAfter: formatDecimal(language, after.perOpeningDay),
  }
  return <li>{requests ? t('preview.monthWithAverage', gaps) : t('preview.month', gaps)}</li>
}

const Frozen = ({ frozen }: Pick<CalendarPreview, 'frozen'>) => {
  const { t, language } = useText('places')
  return (
    <>
      <p>{t('preview.frozenStay')}</p>
      {frozen.length > 0 ? (
        <ul className="preview-frozen">
          {frozen.map(({ id, from, to, madeAt }) => (
            <li key={id}>
              {t('preview.frozen', {
                from: formatDate(language, from),
                to: formatDate(language, to),
                moment: formatMoment(language, madeAt),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
