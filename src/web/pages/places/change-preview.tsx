import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import type { CalendarPreview } from '../../../contract/calendar.ts'
import type { CalendarChange } from '../../../domain/calendar/calendar-change.ts'
import { formatDate, formatDecimal, formatMonth, formatNumber } from '../../../text/format.ts'
import { api, bodyOf, ProblemAnswer } from '../../api.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useMoment } from '../../use-moment.ts'
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
    <section className={error ? undefined : 'preview'} aria-live="polite">
      {error ? <NotPreviewed error={error} onRetry={() => void refetch()} /> : <Preview preview={shown} />}
    </section>
  ) : null
  return { isReady: change !== undefined && shown !== undefined && !isFetching, view }
}

/** A rule that refuses the change refuses it again: only what went wrong on the way is worth another try. */
const NotPreviewed = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const { t } = useText('places')
  if (!(error instanceof ProblemAnswer) || error.status !== 422)
    return <QueryError error={error} onRetry={onRetry} />
  return (
    <Notice kind="error" word={t('preview.refused')}>
      <p>{error.message}</p>
    </Notice>
  )
}

const Preview = ({ preview }: { preview: CalendarPreview | undefined }) => {
  const { t } = useText('places')
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
  const moment = useMoment()
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
                moment: moment(madeAt),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
