import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, type LocalDate, type Month, monthOf, weekdayOf } from '../../../domain/local-date.ts'
import { monthDays, nextMonth } from './month-grid.ts'

/**
 * Walks through the days with the keyboard: arrows by day and week, Home and End within the week, Page Up and Page Down
 * by month. Whoever leaves the month takes the page along.
 */
export function useDayKeys(month: Month, today: LocalDate, onMonth: (month: Month) => void) {
  const [at, setAt] = useState<LocalDate>()
  // Where the focus is going: a day of another month is there only once that month is shown.
  const goal = useRef<LocalDate>(undefined)
  const table = useRef<HTMLTableElement>(null)
  const stop = at && monthOf(at) === month ? at : monthOf(today) === month ? today : monthDays(month).from
  useEffect(() => {
    if (goal.current !== stop) return
    goal.current = undefined
    table.current?.querySelector<HTMLElement>(`[data-date="${stop}"]`)?.focus()
  }, [stop])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const from = goal.current ?? stop
    const next = step(from)
    if (next === from) return
    goal.current = next
    setAt(next)
    if (monthOf(next) !== monthOf(from)) onMonth(monthOf(next))
  }
  return { table, stop, onKeyDown, onStop: setAt }
}

const steps: Readonly<Record<string, (day: LocalDate) => LocalDate>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, 1 - weekdayOf(day)),
  End: (day) => addDays(day, 7 - weekdayOf(day)),
  PageUp: (day) => sameDay(day, -1),
  PageDown: (day) => sameDay(day, 1),
}

/** The same day of another month, or its last where that month is shorter. */
function sameDay(day: LocalDate, months: number): LocalDate {
  const { from, to } = monthDays(nextMonth(monthOf(day), months))
  return addDays(from, Math.min(Number(day.slice(8)), Number(to.slice(8))) - 1)
}
