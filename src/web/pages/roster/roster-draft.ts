import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate, Weekday } from '../../../domain/local-date.ts'
import { type Absence, type DeskSpan, type Roster, weekOn, withWeek } from '../../../domain/people/roster.ts'
import { isTime } from '../../ui/time-text.ts'
import { timetableOn } from '../places/desk-hours.ts'

/** A week while somebody fills it in: one from a day on, beside those that are there. */
export interface RosterDraft extends Roster {
  readonly from: LocalDate
  readonly spans: readonly DeskSpan[]
}

export const draftOf = ({ languages, weeks, absences }: Roster, today: LocalDate): RosterDraft => ({
  ...{ languages, weeks, absences },
  from: today,
  spans: weekOn(weeks, today)?.spans ?? [],
})

export const contentOf = ({ languages, weeks, absences, from, spans }: RosterDraft): Roster => ({
  languages,
  absences,
  weeks: withWeek(weeks, { from, spans }),
})

export const isInOrder = ({ from, to }: Absence): boolean => from <= to

export const hasWholeHours = (spans: readonly DeskSpan[]): boolean =>
  spans.every(({ opens, closes }) => isTime(opens) && isTime(closes))

export const isWhole = ({ from, spans, absences }: RosterDraft, today: LocalDate): boolean =>
  from >= today && hasWholeHours(spans) && absences.every(isInOrder)

/** The desks in use, with their hours of a weekday as they are today. */
export const desksOn = (desks: readonly Desk[], weekday: Weekday, today: LocalDate) =>
  desks.flatMap((desk) => {
    const hours = (timetableOn(desk, today)?.spans ?? []).filter((span) => span.weekday === weekday)
    const [first, last] = [hours[0], hours.at(-1)]
    return first && last ? [{ id: desk.id, opens: first.opens, closes: last.closes }] : []
  })

const workdays: readonly Weekday[] = [1, 2, 3, 4, 5]
const wholeWeek: readonly Weekday[] = [...workdays, 6, 7]

/** The weekdays to fill in: those on which a desk opens, and those that are filled in already. */
export function weekdaysOf(
  desks: readonly Desk[],
  spans: readonly DeskSpan[],
  today: LocalDate,
): readonly Weekday[] {
  const shown = wholeWeek.filter(
    (weekday) => desksOn(desks, weekday, today).length > 0 || spans.some((span) => span.weekday === weekday),
  )
  return shown.length > 0 ? shown : workdays
}

/** The next hours of a day: as long as a desk is open that day, the one of the day before by preference; then after a break. */
export function nextSpan(
  desks: readonly Desk[],
  spans: readonly DeskSpan[],
  weekday: Weekday,
  today: LocalDate,
): DeskSpan | undefined {
  const ofDay = spans.findLast((span) => span.weekday === weekday)
  if (ofDay) return { ...ofDay, opens: '', closes: '' }
  const open = desksOn(desks, weekday, today)
  const usual = spans.findLast((span) => span.weekday < weekday)?.deskId
  const desk = open.find(({ id }) => id === usual) ?? open[0]
  if (desk) return { weekday, deskId: desk.id, opens: desk.opens, closes: desk.closes }
  const [any] = desks
  return any && { weekday, deskId: any.id, opens: '09:00', closes: '17:00' }
}

/** The hours of a day on the empty ones too, at the same desk, or at one that is open where it is not. */
export function copyDay(
  desks: readonly Desk[],
  spans: readonly DeskSpan[],
  weekday: Weekday,
  today: LocalDate,
): readonly DeskSpan[] {
  const copied = spans.filter((span) => span.weekday === weekday)
  const empty = weekdaysOf(desks, spans, today).filter((day) => !spans.some((span) => span.weekday === day))
  const added = empty.flatMap((day) => {
    const open = desksOn(desks, day, today)
    return copied.map((span) => ({
      ...span,
      weekday: day,
      deskId: open.find(({ id }) => id === span.deskId)?.id ?? open[0]?.id ?? span.deskId,
    }))
  })
  return [...spans, ...added]
}

export const firstFilled = (spans: readonly DeskSpan[]): Weekday | undefined =>
  wholeWeek.find((weekday) => spans.some((span) => span.weekday === weekday))
