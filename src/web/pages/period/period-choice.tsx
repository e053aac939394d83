import { Suspense, useState } from 'react'
import type { LocalDate } from '../../../domain/local-date.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { periodKinds } from '../../../domain/report/period.ts'
import { later } from '../../lazy-part.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useText } from '../../use-text.ts'
import { NamedPeriodChoice } from './named-period-choice.tsx'
import { namedPeriod, periodAround } from './period-kind.ts'
import './period-choice.css'

// Typing free dates is rare and costs 20 kB: it travels when somebody asks for it.
const FreePeriod = later(() => import('./free-period.tsx').then((module) => ({ default: module.FreePeriod })))

interface PeriodChoiceProps {
  /** Undefined = everything; only where `onAll` is given. */
  readonly period: Period | undefined
  readonly onPeriod: (period: Period) => void
  readonly onAll?: () => void
  /** The day around which a first period is chosen. */
  readonly around: LocalDate
}

/** By name or by its two days; always one period, which the page keeps in its address. */
export const PeriodChoice = ({ period, onPeriod, onAll, around }: PeriodChoiceProps) => {
  const { t } = useText()
  const [isFree, setFree] = useState(false)
  const named = period && namedPeriod(period)
  const kind = !period ? 'all' : isFree || !named ? 'free' : named.kind
  const kinds = [...(onAll ? (['all'] as const) : []), ...periodKinds, 'free' as const]
  const select = (chosen: (typeof kinds)[number]) => {
    setFree(chosen === 'free')
    if (chosen === 'all') onAll?.()
    else if (chosen !== 'free') onPeriod(periodAround(chosen, period?.to ?? around))
    else if (!period) onPeriod(periodAround('half_year', around))
  }
  return (
    <div className="period">
      <Choice
        label={t('period.legend')}
        options={kinds.map((id) => ({ id, label: t(`period.${id}`) }))}
        selected={kind}
        onSelect={select}
      />
      {kind === 'free' && period ? (
        <Suspense>
          <FreePeriod period={period} onPeriod={onPeriod} />
        </Suspense>
      ) : null}
      {kind !== 'free' && named ? <NamedPeriodChoice named={named} onPeriod={onPeriod} /> : null}
    </div>
  )
}
