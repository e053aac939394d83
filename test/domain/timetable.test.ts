import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../src/domain/calendar/calendar-plan.ts'
import { isKeptIn, keepFrom, keptAlways } from '../../src/domain/calendar/observed-holiday.ts'
import { openingDays, readCalendar } from '../../src/domain/calendar/opening-day.ts'
import {
  always,
  checkTimetables,
  heldTimetables,
  type Timetable,
  tidyTimetables,
  withTimetable,
} from '../../src/domain/calendar/timetable.ts'
import { closureId, deskId } from '../../src/domain/id.ts'
import { addDays, localDate, type Weekday } from '../../src/domain/local-date.ts'

const day = (text: string) => localDate.parse(text)
const reception = deskId.parse('01900000-0000-7000-8000-000000000001')
const span = (weekday: Weekday, opens = '09:00', closes = '16:00') => ({ weekday, opens, closes })
const tuesday: Timetable = { from: always, spans: [span(2)] }
const andWednesday: Timetable = { from: day('2026-09-01'), spans: [span(2), span(3)] }
const planOf = (timetables: readonly Timetable[], lastDay: string | null = null) => ({
  desks: [{ id: reception, timetables, lastDay: lastDay === null ? null : day(lastDay) }],
  holidays: [],
  closures: [],
})
const isOpen = (plan: ReturnType<typeof planOf>, date: string) =>
  readCalendar(calendarOf(plan))(day(date)).open

describe('the hours of a desk', () => {
  test('from 1 September it opens on Wednesday too, and August stays as it was', () => {
    const plan = planOf([tuesday, andWednesday])
    expect(isOpen(plan, '2026-08-26')).toBe(false)
    expect(isOpen(plan, '2026-08-25')).toBe(true)
    expect(isOpen(plan, '2026-09-02')).toBe(true)
    expect(isOpen(plan, '2015-01-06')).toBe(true)
  })

  test('end where a timetable without hours begins, and begin again', () => {
    const plan = planOf([
      tuesday,
      { from: day('2024-02-29'), spans: [] },
      { from: day('2025-01-01'), spans: [span(3)] },
    ])
    expect(isOpen(plan, '2024-02-27')).toBe(true)
    expect(isOpen(plan, '2024-03-05')).toBe(false)
    expect(isOpen(plan, '2024-12-31')).toBe(false)
    expect(isOpen(plan, '2025-01-01')).toBe(true)
  })

  test('a retired desk is open on its last day and never after', () => {
    const plan = planOf([tuesday, andWednesday], '2026-09-08')
    expect(isOpen(plan, '2026-09-08')).toBe(true)
    expect(isOpen(plan, '2026-09-09')).toBe(false)
    expect(isOpen(planOf([tuesday, andWednesday], '2026-08-25'), '2026-09-02')).toBe(false)
  })

  test('may have a break at noon, but no hours that overlap, end before they begin or begin twice', () => {
    const refusalOf = (...spans: Timetable['spans'][number][]) => checkTimetables([{ from: always, spans }])
    expect(refusalOf(span(1, '08:30', '12:00'), span(1, '13:30', '16:00'))).toBeUndefined()
    expect(refusalOf(span(1, '08:30', '12:00'), span(1, '12:00', '16:00'))).toBeUndefined()
    expect(refusalOf(span(1, '13:00', '16:00'), span(1, '08:30', '13:30'))?.code).toBe('hours_overlap')
    expect(refusalOf(span(1, '08:30', '16:00'), span(2, '08:30', '16:00'))).toBeUndefined()
    expect(refusalOf(span(1, '16:00', '09:00'))?.code).toBe('hours_reversed')
    expect(refusalOf(span(1, '09:00', '09:00'))?.code).toBe('hours_reversed')
    expect(checkTimetables([tuesday, tuesday])?.code).toBe('timetable_twice')
  })
})

const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { maxLength: 7 })
const anyDay = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays(day('2015-01-01'), offset))
const anyTimetables = fc
  .uniqueArray(fc.record({ from: anyDay, days: weekdays }), { maxLength: 5, selector: ({ from }) => from })
  .map((tables) => tables.map(({ from, days }) => ({ from, spans: days.map((weekday) => span(weekday)) })))
const wide = { from: day('2014-06-01'), to: day('2027-06-01') }
const daysOf = (timetables: readonly Timetable[]) => openingDays(calendarOf(planOf(timetables)), wide)

describe('timetables', () => {
  test('tidied twice are as tidied once, in whatever order they came, and open the same days', () => {
    fc.assert(
      fc.property(anyTimetables, (timetables) => {
        const tidy = tidyTimetables(timetables)
        expect(tidyTimetables(tidy.toReversed())).toEqual(tidy)
        const ordered = timetables.toSorted((a, b) => (a.from < b.from ? -1 : 1))
        expect(daysOf(tidy)).toEqual(daysOf(ordered))
      }),
      { numRuns: 60 },
    )
  })

  test('follow each other without a gap or a day twice', () => {
    fc.assert(
      fc.property(anyTimetables, (timetables) => {
        const held = heldTimetables(tidyTimetables(timetables))
        for (const [position, { to }] of held.entries()) {
          const next = held[position + 1]
          expect(next ? next.from : null).toBe(to === null ? null : addDays(to, 1))
        }
      }),
    )
  })

  test('a new one from a day on changes no day before it', () => {
    fc.assert(
      fc.property(anyTimetables, anyDay, weekdays, (timetables, from, days) => {
        const changed = withTimetable(timetables, { from, spans: days.map((weekday) => span(weekday)) })
        const until = (all: readonly string[]) => all.filter((date) => date < from)
        expect(until(daysOf(changed))).toEqual(until(daysOf(tidyTimetables(timetables))))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a holiday', () => {
  const july11 = (years: Parameters<typeof isKeptIn>[0]['years']) => ({
    code: 'flemish_community' as const,
    years,
  })

  test('that the city no longer keeps from 2027 is still a holiday in 2026', () => {
    const { years } = keptAlways('flemish_community')
    const holidays = [july11(keepFrom(years, 2027, false))]
    const plan = {
      ...planOf([{ from: always, spans: [1, 2, 3, 4, 5, 6, 7].map((d) => span(d as Weekday)) }]),
      holidays,
    }
    const stateOn = readCalendar(calendarOf(plan))
    expect(stateOn(day('2026-07-11')).open).toBe(false)
    expect(stateOn(day('2027-07-11')).open).toBe(true)
  })

  test('kept or not from a year on is so ever after, and before it nothing changes', () => {
    const anyYear = fc.integer({ min: 1900, max: 2200 })
    const steps = fc.array(fc.tuple(anyYear, fc.boolean()), { maxLength: 6 })
    fc.assert(
      fc.property(steps, anyYear, fc.boolean(), anyYear, (history, year, isKept, asked) => {
        const before = history.reduce<ReturnType<typeof keepFrom>>(
          (years, [from, kept]) => keepFrom(years, from, kept),
          [...keptAlways('christmas').years],
        )
        const after = { years: keepFrom(before, year, isKept) }
        expect(isKeptIn(after, asked)).toBe(asked < year ? isKeptIn({ years: before }, asked) : isKept)
        expect(keepFrom(after.years, year, isKept)).toEqual(after.years)
      }),
    )
  })
})

test('a closure from one year into the next closes every day of it, also 29 February and the days of a clock change', () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => span(weekday as Weekday))
  const closures = [
    ['2015-12-30', '2016-01-02'],
    ['2016-02-28', '2016-03-01'],
    ['2016-03-26', '2016-03-28'],
    ['2016-10-29', '2016-10-31'],
  ].map(([from = '', to = ''], i) => ({
    id: closureId.parse(`01900000-0000-7000-8000-00000000000${i}`),
    deskId: null,
    from: day(from),
    to: day(to),
    openOn: [],
    reason: 'sluiting',
  }))
  const plan = { ...planOf([{ from: always, spans: everyDay }]), holidays: [], closures }
  const period = { from: day('2015-12-01'), to: day('2016-12-31') }
  expect(openingDays(calendarOf(plan), period)).toHaveLength(31 + 366 - 4 - 3 - 3 - 3)
})
