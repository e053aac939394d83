import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../../text/format.ts'
import { api, bodyOf } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'

/** What is frozen changes it (freeze-dialog.tsx). */
export const duePeriodsKey = ['reports', 'due'] as const

/** Periods that are over and wait for their report, with what nobody asked and which chapters wait. */
export const DueNotice = () => {
  const { t, language } = useText('publication')
  const { data } = useQuery({
    queryKey: [...duePeriodsKey, language],
    queryFn: () => bodyOf(api.reports.due.$get()),
  })
  return data?.items.map(({ from, to, partOf, total, notAsked, openChapters, unfinished }) => (
    <Notice key={`${to} ${partOf?.id}`} kind="info" word={t('due.word')}>
      <p>
        {t('due.total', {
          from: formatDate(language, from),
          to: formatDate(language, to),
          total: formatNumber(language, total),
        })}{' '}
        {partOf ? t('due.partial', { ...partOf }) : null}
      </p>
      {notAsked.length === 0 ? null : (
        <p>
          {t('due.open')}{' '}
          {notAsked
            .map(({ field, requests, percent }) =>
              t('due.field', {
                field: t(`due.fields.${field}`),
                requests: formatNumber(language, requests),
                percent: percent === 0 ? '< 1' : percent,
              }),
            )
            .join(' · ')}
        </p>
      )}
      {unfinished === 0 ? null : (
        <p>{t('due.unfinished', { count: unfinished, requests: formatNumber(language, unfinished) })}</p>
      )}
      {openChapters.length === 0 ? null : (
        <p>
          {t('due.chapters')}{' '}
          {openChapters.map(({ number, title }) => t('due.chapter', { number, title })).join(' · ')}
        </p>
      )}
      <Link to={paths.reports} search={{ from, to, project: partOf?.id }} className="link">
        {t('due.look')}
      </Link>
    </Notice>
  ))
}
