import type { LocalDate } from '../../../domain/local-date.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { type NamedPeriod, type PeriodKind, periodKinds, periodsOf } from '../../../domain/report/period.ts'

/** The name of a period that somebody could have chosen by name. */
export function namedPeriod({ from, to }: Period): NamedPeriod | undefined {
  const year = yearOf(to)
  return periodKinds
    .flatMap((kind) => periodsOf(kind, year))
    .find((period) => period.from === from && period.to === to)
}

/** The period of a kind in which a day falls; of August to November, which December to July skips, the one before. */
export function periodAround(kind: PeriodKind, day: LocalDate): NamedPeriod {
  const year = yearOf(day)
  const periods = [...periodsOf(kind, year), ...periodsOf(kind, year + 1)]
  const around = periods.filter(({ from }) => from <= day).at(-1) ?? periods[0]
  if (!around) throw new Error(`no ${kind} around ${day}`)
  return around
}

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4))
