import { daysFromTo, type LocalDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'

export interface ClosedSpan {
  /** First and last closed day, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** The days between them on which it is open all the same, in order. */
  readonly openOn: readonly LocalDate[]
}

export const closedDays = ({ from, to, openOn }: ClosedSpan): LocalDate[] =>
  daysFromTo(from, to).filter((day) => !openOn.includes(day))

/** Refuses an open day that is not between the first and the last, which are closed, or is named twice (`open_day_outside`). */
export function checkOpenDays({ from, to, openOn }: ClosedSpan): Refusal | undefined {
  const wrong = openOn.find((day, position) => day <= from || day >= to || openOn.indexOf(day) < position)
  return wrong && refuse('open_day_outside', { field: 'openOn', date: wrong })
}

/** The closure with this day open. At an edge it becomes shorter; without a closed day it is no closure any more. */
export const openDay = <Closure extends ClosedSpan>(closure: Closure, date: LocalDate): Closure | undefined =>
  withClosedDays(
    closure,
    closedDays(closure).filter((day) => day !== date),
  )

/** The closure with this day closed too. */
export const closeDay = <Closure extends ClosedSpan>(closure: Closure, date: LocalDate): Closure =>
  withClosedDays(closure, [...new Set([...closedDays(closure), date])].toSorted()) ?? closure

function withClosedDays<Closure extends ClosedSpan>(
  closure: Closure,
  closed: readonly LocalDate[],
): Closure | undefined {
  const [from, to] = [closed[0], closed.at(-1)]
  if (!from || !to) return undefined
  return { ...closure, from, to, openOn: daysFromTo(from, to).filter((day) => !closed.includes(day)) }
}
