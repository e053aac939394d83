import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { Choice } from '../../ui/choice.tsx'
import { useText } from '../../use-text.ts'

const audiences = ['coordinator', 'council', 'everybody'] as const satisfies readonly ReportAudience[]

interface AudienceSwitchProps {
  readonly audience: ReportAudience
  readonly onAudience: (audience: ReportAudience) => void
  /** What others see takes a while to work out, so it begins before the press. */
  readonly onApproach: () => void
}

/** Through whose eyes a report is seen. */
export const AudienceSwitch = ({ audience, onAudience, onApproach }: AudienceSwitchProps) => {
  const { t } = useText('making')
  return (
    <Choice
      label={t('audience')}
      options={audiences.map((id) => ({ id, label: t(id) }))}
      selected={audience}
      onSelect={onAudience}
      onApproach={onApproach}
    />
  )
}
