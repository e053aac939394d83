import { useQuery } from '@tanstack/react-query'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { api, bodyOf } from '../../api.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'

interface UnreadyTextsProps {
  readonly period: Period
  readonly projectId: string | undefined
}

/** Which texts nobody has called ready: they stay out of what is frozen. */
export const UnreadyTexts = ({ period, projectId }: UnreadyTextsProps) => {
  const { t, language } = useText()
  const { data } = useQuery({
    queryKey: ['reports', 'texts', period.from, period.to, projectId, language],
    queryFn: () => bodyOf(api.reports.texts.$get({ query: { ...period, language, projectId } })),
    // What was written a moment ago counts.
    staleTime: 0,
  })
  const unready = (data?.passages ?? []).filter(({ state }) => state === 'proposed')
  if (unready.length === 0) return null
  return (
    <Notice kind="signal" word={t('reports.unready')}>
      <ul>
        {unready.map(({ passage, number, title }) => (
          <li key={passage}>{t('reports.unreadyText', { number, title })}</li>
        ))}
      </ul>
    </Notice>
  )
}
