import type { Period } from '../../../domain/report/half-year-report.ts'
import { useToday } from '../../use-today.ts'
import { PeriodChoice } from '../period/period-choice.tsx'
import { PartialChoice } from '../reports/partial-choice.tsx'

interface OtherPeriodProps extends Pick<Parameters<typeof PartialChoice>[0], 'period' | 'partial'> {
  readonly onChoose: (period: Period, project?: string) => void
}

/** Another report to make: over which days, as a part of which project. */
export const OtherPeriod = ({ period, partial, onChoose }: OtherPeriodProps) => (
  <div className="filters">
    <PartialChoice period={period} partial={partial} onChoose={onChoose} />
    <PeriodChoice period={period} around={useToday()} onPeriod={onChoose} />
  </div>
)
