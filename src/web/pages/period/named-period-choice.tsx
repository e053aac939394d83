import type { Period } from '../../../domain/report/half-year-report.ts'
import { type NamedPeriod, periodsOf } from '../../../domain/report/period.ts'
import { Choice } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'
import { type Text, useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { yearOf } from './period-kind.ts'

interface NamedPeriodChoiceProps {
  readonly named: NamedPeriod
  readonly onPeriod: (period: Period) => void
}

const yearsOffered = 15

/** Which year, and which part of it. */
export const NamedPeriodChoice = ({ named, onPeriod }: NamedPeriodChoiceProps) => {
  const { t } = useText()
  const { kind, year, part } = named
  const newest = yearOf(useToday())
  const choose = (chosenYear: number, chosenPart: number) => {
    const chosen = periodsOf(kind, chosenYear).find((period) => period.part === chosenPart)
    if (chosen) onPeriod({ from: chosen.from, to: chosen.to })
  }
  return (
    <>
      <Select
        label={t('period.whichYear')}
        options={yearsToOffer(year, newest).map((id) => ({ id: String(id), label: yearLabel(t, kind, id) }))}
        selected={String(year)}
        onSelect={(id) => choose(Number(id), part)}
      />
      {kind === 'half_year' || kind === 'quarter' ? (
        <Choice
          label={t(partWords[kind].legend)}
          options={partWords[kind].parts.map((key, before) => ({ id: String(before + 1), label: t(key) }))}
          selected={String(part)}
          onSelect={(id) => choose(year, Number(id))}
        />
      ) : null}
    </>
  )
}

const partWords = {
  half_year: { legend: 'period.whichHalf', parts: ['period.half1', 'period.half2'] },
  quarter: {
    legend: 'period.whichQuarter',
    parts: ['period.quarter1', 'period.quarter2', 'period.quarter3', 'period.quarter4'],
  },
} as const

const yearLabel = (t: Text, kind: NamedPeriod['kind'], year: number): string =>
  kind === 'december_july' ? t('period.decemberJulyYear', { before: year - 1, year }) : String(year)

/** Newest first; the chosen year is among them however old it is. */
function yearsToOffer(chosen: number, newest: number): number[] {
  const years = Array.from({ length: yearsOffered }, (_, back) => newest - back)
  return [...new Set([...years, chosen])].sort((a, b) => b - a)
}
