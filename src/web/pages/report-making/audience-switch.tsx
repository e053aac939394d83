import { useQueryClient } from '@tanstack/react-query'
import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { Choice } from '../../ui/choice.tsx'
import { useText } from '../../use-text.ts'
import { type MadeReport, pagesQuery } from './pages-query.ts'

const audiences = ['coordinator', 'council', 'everybody'] as const satisfies readonly ReportAudience[]

interface AudienceSwitchProps {
  readonly report: MadeReport
  readonly audience: ReportAudience
  readonly onAudience: (audience: ReportAudience) => void
}

/** Through whose eyes the pages are seen. What others see takes a while to work out, so it begins before the press. */
export const AudienceSwitch = ({ report, audience, onAudience }: AudienceSwitchProps) => {
  const { t } = useText('making')
  const queries = useQueryClient()
  const prepare = () => void queries.prefetchQuery(pagesQuery(report, 'council'))
  return (
    <Choice
      label={t('audience')}
      options={audiences.map((id) => ({ id, label: t(id) }))}
      selected={audience}
      onSelect={onAudience}
      onApproach={prepare}
    />
  )
}
