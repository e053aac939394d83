import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange, type CalendarChange, daysNamed } from '../../src/domain/calendar/calendar-change.ts'
import { type CalendarPlan, calendarOf } from '../../src/domain/calendar/calendar-plan.ts'
import { changedMonths, previewMonths, previewWindow } from '../../src/domain/calendar/calendar-preview.ts'
import { holidayCodes } from '../../src/domain/calendar/holiday.ts'
import { keptAlways } from '../../src/domain/calendar/observed-holiday.ts'
import { openingDays } from '../../src/domain/calendar/opening-day.ts'
import { always } from '../../src/domain/calendar/timetable.ts'
import { closureId, deskId } from '../../src/domain/id.ts'
import { addDays, localDate, monthOf, type Weekday } from '../../src/domain/local-date.ts'
import { monthsOf } from '../../src/domain/report/period.ts'

const day = (text: string) => localDate.parse(text)
const reception = deskId.parse('01900000-0000-7000-8000-000000000001')
const bridgeDay = closureId.parse('01900000-0000-7000-8000-0000000000aa')
const spans = (...days: Weekday[]) => days.map((weekday) => ({ weekday, opens: '09:00', closes: '16:00' }))
const oostdijk: CalendarPlan = {
  desks: [{ id: reception, timetables: [{ from: always, spans: spans(1, 2, 3, 4, 5) }], lastDay: null }],
  holidays: holidayCodes.map(keptAlways),
  closures: [],
}
const today = day('2026-11-25')
const march = { from: day('2016-03-01'), to: day('2016-03-31') }
const preview = (change: CalendarChange, requests = 82, plan = oostdijk) => {
  const basis = { today, requests: march, named: daysNamed(plan, change) }
  const window = previewWindow(basis)
  const months = changedMonths(calendarOf(plan), calendarOf(applyChange(plan, change)), window)
  return previewMonths(
    months.map((month) => ({ ...month, requests: month.month === '2016-03' ? requests : 0 })),
    basis,
  )
}

describe('the preview of a change', () => {
  test('to one day of March says what March becomes, and nothing else', () => {
    const closure = {
      deskId: null,
      from: day('2016-03-07'),
      to: day('2016-03-07'),
      openOn: [],
      reason: 'brugdag',
    }
    expect(preview({ kind: 'closure', id: bridgeDay, closure })).toEqual([
      {
        month: '2016-03',
        requests: 82,
        before: { openingDays: 22, perOpeningDay: 3.7 },
        after: { openingDays: 21, perOpeningDay: 3.9 },
      },
    ])
  })

  test('on a day that is closed anyhow says nothing', () => {
    const closure = {
      deskId: null,
      from: day('2016-03-28'),
      to: day('2016-03-28'),
      openOn: [],
      reason: 'paasmaandag',
    }
    expect(preview({ kind: 'closure', id: bridgeDay, closure })).toEqual([])
  })

  test('far ahead shows the months that it names, also without requests', () => {
    const closure = {
      deskId: null,
      from: day('2027-07-26'),
      to: day('2027-08-06'),
      openOn: [],
      reason: 'zomer',
    }
    const months = preview({ kind: 'closure', id: bridgeDay, closure })
    expect(months.map(({ month, after }) => [month, after.openingDays])).toEqual([
      ['2027-07', 16],
      ['2027-08', 17],
    ])
  })

  test('of hours from December on touches this half-year only; of hours since ever also the months with requests', () => {
    const from = (first: string) => [
      ...(first === always ? [] : [{ from: always, spans: spans(1, 2, 3, 4, 5) }]),
      { from: day(first), spans: spans(1, 2, 4, 5) },
    ]
    const months = (first: string) =>
      preview({ kind: 'desk', id: reception, timetables: from(first) }).map(({ month }) => month)
    expect(months('2026-12-01')).toEqual(['2026-12'])
    expect(months(always)).toEqual([
      '2016-03',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
    ])
  })

  test('of a holiday given up and of a desk retired counts their days', () => {
    const months = preview({ kind: 'holiday', code: 'armistice', years: [{ first: 1900, last: 2025 }] })
    expect(months.map(({ month, before, after }) => [month, after.openingDays - before.openingDays])).toEqual(
      [['2026-11', 1]],
    )
    const retired = preview({ kind: 'retirement', id: reception, lastDay: day('2026-10-31') })
    expect(retired.map(({ month, after }) => [month, after.openingDays])).toEqual([
      ['2026-11', 0],
      ['2026-12', 0],
    ])
  })
})

test('what a preview says is what the calendar is after saving, for every month it looked at', () => {
  const anyDay = fc.integer({ min: 0, max: 5000 }).map((offset) => addDays(day('2014-01-01'), offset))
  const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { maxLength: 7 })
  const change: fc.Arbitrary<CalendarChange> = fc.oneof(
    fc.record({ from: anyDay, days: weekdays }).map(({ from, days }) => ({
      kind: 'desk' as const,
      id: reception,
      timetables: [
        { from: always, spans: spans(1, 3) },
        { from, spans: spans(...days) },
      ],
    })),
    fc
      .record({ from: anyDay, length: fc.nat({ max: 60 }), open: fc.uniqueArray(fc.nat({ max: 60 })) })
      .map(({ from, length, open }) => ({
        kind: 'closure' as const,
        id: bridgeDay,
        closure: {
          ...{ deskId: null, from, to: addDays(from, length), reason: 'sluiting' },
          openOn: open.map((offset) => addDays(from, offset)),
        },
      })),
    anyDay.map((lastDay) => ({ kind: 'retirement' as const, id: reception, lastDay })),
    fc
      .record({ code: fc.constantFrom(...holidayCodes), last: fc.integer({ min: 1950, max: 2050 }) })
      .map(({ code, last }) => ({ kind: 'holiday' as const, code, years: [{ first: 1900, last }] })),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 3 }), change, (history, next) => {
      const plan = history.reduce(applyChange, oostdijk)
      const saved = applyChange(plan, next)
      const window = previewWindow({ today, requests: march, named: daysNamed(plan, next) })
      const said = new Map(
        changedMonths(calendarOf(plan), calendarOf(saved), window).map((month) => [month.month, month]),
      )
      const count = (of: CalendarPlan) => Map.groupBy(openingDays(calendarOf(of), window), monthOf)
      const [before, after] = [count(plan), count(saved)]
      for (const month of monthsOf(window)) {
        const [was, is] = [before.get(month)?.length ?? 0, after.get(month)?.length ?? 0]
        expect(said.get(month) ?? { before: was, after: was }).toMatchObject({ before: was, after: is })
      }
    }),
    { numRuns: 40 },
  )
})
