import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../src/domain/calendar/opening-day.ts'
import { deskId, type MemberId } from '../../src/domain/id.ts'
import {
  addDays,
  daysFromTo,
  type LocalDate,
  localDate,
  type Weekday,
  weekdayOf,
} from '../../src/domain/local-date.ts'
import {
  isSeatedAt,
  languageGaps,
  neededLanguages,
  type Rostered,
  readPresence,
} from '../../src/domain/people/presence.ts'
import {
  type Absence,
  checkRoster,
  mayChangeRoster,
  noRoster,
  type RosterWeek,
  tidyRoster,
  weekOn,
} from '../../src/domain/people/roster.ts'

const day = (text: string) => localDate.parse(text)
const reception = deskId.parse('01900000-0000-7000-8000-000000000001')
const townHall = deskId.parse('01900000-0000-7000-8000-000000000002')
const span = (weekday: Weekday, opens = '09:00', closes = '12:30', desk = reception) => ({
  weekday,
  deskId: desk,
  opens,
  closes,
})
const weekdays: Weekday[] = [1, 2, 3, 4, 5]
const everyDay: RosterWeek = { from: day('2026-01-01'), spans: weekdays.map((weekday) => span(weekday)) }
const person = (part: Partial<Rostered>): Rostered => ({
  ...noRoster,
  name: 'nadia',
  weeks: [everyDay],
  ...part,
})
const calendar: Calendar = {
  desks: [
    { id: reception, weekdays },
    { id: townHall, weekdays: [3] },
  ],
  holidays: [{ code: 'christmas', years: [{ first: 1900, last: null }] }],
  closures: [],
}
const listed = ['nld', 'ara', 'rus']
const presenceOf = (people: readonly Rostered[], from: string, to = from, kept = calendar) =>
  readPresence({ people, calendar: kept, listed }, { from: day(from), to: day(to) })

const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2026-01-01'), days))
const anySpan = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 8, max: 11 }),
    fc.constantFrom(reception, townHall),
  )
  // because: the integers are those of the week
  .map(([weekday, hour, desk]) =>
    span(weekday as Weekday, `${String(hour).padStart(2, '0')}:00`, '12:30', desk),
  )
const anyWeeks = fc
  .uniqueArray(fc.tuple(anyDay, fc.uniqueArray(anySpan, { selector: (one) => one.weekday, maxLength: 5 })), {
    selector: ([from]) => from,
    maxLength: 5,
  })
  .map((weeks) => weeks.map(([from, spans]): RosterWeek => ({ from, spans })))
const anyAbsences = fc
  .array(fc.tuple(anyDay, fc.integer({ min: 0, max: 30 })), { maxLength: 8 })
  .map((all) => all.map(([from, days]): Absence => ({ from, to: addDays(from, days) })))

const spansOn = (weeks: readonly RosterWeek[], date: LocalDate) =>
  JSON.stringify(
    (
      weekOn(
        weeks.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
        date,
      )?.spans ?? []
    )
      .filter(({ weekday }) => weekday === weekdayOf(date))
      .map(({ opens, deskId: desk }) => `${opens} ${desk}`),
  )
const isAway = (absences: readonly Absence[], date: LocalDate) =>
  absences.some(({ from, to }) => from <= date && date <= to)

describe('a week of somebody', () => {
  test('tidied, says the same of today and of every day to come, and nothing of what is over', () => {
    fc.assert(
      fc.property(anyWeeks, anyAbsences, anyDay, (weeks, absences, today) => {
        const tidy = tidyRoster({ languages: ['rus', 'ara', 'rus'], weeks, absences }, today)
        for (const date of daysFromTo(today, addDays(today, 120))) {
          expect(spansOn(tidy.weeks, date)).toBe(spansOn(weeks, date))
          expect(isAway(tidy.absences, date)).toBe(isAway(absences, date))
        }
        expect(tidy.languages).toEqual(['rus', 'ara'])
        expect(tidy.absences.every(({ to }) => to >= today)).toBe(true)
        expect(
          tidy.absences.every(
            ({ from }, place, all) => place === 0 || from > addDays(all[place - 1]?.to ?? from, 1),
          ),
        ).toBe(true)
        expect(tidy.weeks.filter(({ from }) => from < today).length).toBeLessThanOrEqual(1)
        expect(tidyRoster(tidy, today)).toEqual(tidy)
      }),
    )
  })

  test('with two desks at one moment, an unknown desk or language, or days in the wrong order is refused', () => {
    const rules = { desks: [reception], isLanguage: (code: string) => listed.includes(code) }
    const refusal = (part: Partial<Rostered>) => checkRoster({ ...noRoster, ...part }, rules)?.code
    expect(refusal({ weeks: [everyDay], languages: ['rus'] })).toBeUndefined()
    const twice = [span(1), span(1, '12:00', '13:00', townHall)]
    expect(refusal({ weeks: [{ from: everyDay.from, spans: twice }] })).toBe('hours_overlap')
    expect(refusal({ weeks: [{ from: everyDay.from, spans: [span(1, '12:00', '09:00')] }] })).toBe(
      'hours_reversed',
    )
    expect(refusal({ weeks: [everyDay, everyDay] })).toBe('timetable_twice')
    expect(refusal({ weeks: [{ from: everyDay.from, spans: [span(3, '09:00', '12:00', townHall)] }] })).toBe(
      'desk_unknown',
    )
    expect(refusal({ absences: [{ from: day('2026-03-02'), to: day('2026-03-01') }] })).toBe('period_invalid')
    expect(refusal({ languages: ['klingon'] })).toBe('code_unknown')
  })

  test('is changed by the coordinator and the administrator for everybody, by a coach for the team', () => {
    // because: ids of nobody
    const [koen, nadia] = ['koen', 'nadia'] as unknown as [MemberId, MemberId]
    const guide = { id: nadia, roles: ['guide'], coachId: koen } as const
    const by = (memberId: MemberId, role: 'coach' | 'coordinator' | 'admin' | 'guide') => ({
      memberId,
      roles: [role],
    })
    expect(mayChangeRoster(by(koen, 'coordinator'), guide)).toBe(true)
    expect(mayChangeRoster(by(koen, 'admin'), guide)).toBe(true)
    expect(mayChangeRoster(by(koen, 'coach'), guide)).toBe(true)
    expect(mayChangeRoster(by(koen, 'coach'), { ...guide, coachId: null })).toBe(false)
    expect(mayChangeRoster(by(koen, 'guide'), guide)).toBe(false)
    expect(mayChangeRoster(by(koen, 'coordinator'), { ...guide, roles: ['policy_officer'] })).toBe(false)
  })
})

describe('who sits where', () => {
  test('follows from the week that holds, and nobody who is away or whose desk is closed sits there', () => {
    fc.assert(
      fc.property(anyWeeks, anyAbsences, anyDay, (weeks, absences, from) => {
        const nadia = person({ weeks: tidyRoster({ ...noRoster, weeks }, from).weeks, absences })
        for (const { date, seats, openDesks, state } of presenceOf([nadia], from, addDays(from, 30))) {
          const expected = (weekOn(nadia.weeks, date)?.spans ?? []).filter(
            ({ weekday, deskId: desk }) => weekday === weekdayOf(date) && openDesks.includes(desk),
          )
          expect(seats.length).toBe(isAway(absences, date) ? 0 : expected.length)
          expect(state.open).toBe(openDesks.length > 0)
        }
      }),
    )
  })

  test('on a holiday or a closed day is nobody, with the reason', () => {
    const closures = [{ deskId: null, closedOn: day('2026-12-24'), reason: 'brugdag' }]
    const [eve, christmas] = presenceOf([person({})], '2026-12-24', '2026-12-25', { ...calendar, closures })
    expect(eve).toMatchObject({ state: { because: 'closure', reason: 'brugdag' }, seats: [], unspoken: [] })
    expect(christmas).toMatchObject({
      state: { because: 'holiday', holiday: 'christmas' },
      seats: [],
      unspoken: [],
    })
  })

  test('keeps its hours on the days on which the clock changes', () => {
    const sunday: RosterWeek = { from: day('2026-01-01'), spans: [span(7, '01:30', '03:30')] }
    const open = { ...calendar, desks: [{ id: reception, weekdays: [7] as Weekday[] }] }
    for (const date of ['2026-03-29', '2026-10-25'])
      expect(presenceOf([person({ weeks: [sunday] })], date, date, open)[0]?.seats).toMatchObject([
        { opens: '01:30', closes: '03:30' },
      ])
  })

  test('now is from the first minute until the last hour strikes', () => {
    const morning = { opens: '09:00', closes: '12:30' }
    expect(['08:59', '09:00', '12:29', '12:30'].map((time) => isSeatedAt(morning, time))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('a language that nobody speaks', () => {
  const tuesdays: RosterWeek = { from: day('2026-01-01'), spans: [span(2)] }
  const nadia = person({ languages: ['nld', 'rus', 'tur'] })
  const zara = person({ name: 'zara', languages: ['ara'], weeks: [tuesdays] })

  test('is one on the city’s list that a colleague with a week speaks; Dutch is not', () => {
    expect(neededLanguages([nadia, zara], listed)).toEqual(['ara', 'rus'])
    expect(neededLanguages([person({ languages: ['ara'], weeks: [] })], listed)).toEqual([])
  })

  test('is told of each open day on which nobody who speaks it sits at a desk', () => {
    const away = { ...nadia, absences: [{ from: day('2026-03-05'), to: day('2026-03-05') }] }
    const week = presenceOf([away, zara], '2026-03-02', '2026-03-08')
    expect(week.map(({ unspoken }) => unspoken)).toEqual([
      ['ara'],
      [],
      ['ara'],
      ['ara', 'rus'],
      ['ara'],
      [],
      [],
    ])
  })

  test('is told once with all its days, beside the others of the same days', () => {
    const days = [
      { date: day('2026-03-02'), unspoken: ['ara', 'fra'] },
      { date: day('2026-03-03'), unspoken: [] },
      { date: day('2026-03-05'), unspoken: ['ara', 'fra', 'rus'] },
    ]
    expect(languageGaps(days)).toEqual([
      { dates: ['2026-03-02', '2026-03-05'], languages: ['ara', 'fra'] },
      { dates: ['2026-03-05'], languages: ['rus'] },
    ])
  })

  test('is never one that somebody there speaks, whatever the weeks', () => {
    fc.assert(
      fc.property(anyWeeks, anyWeeks, anyAbsences, anyDay, (hers, his, absences, from) => {
        const tidy = (weeks: readonly RosterWeek[]) => tidyRoster({ ...noRoster, weeks }, from).weeks
        const people = [
          { ...nadia, weeks: tidy(hers), absences },
          { ...zara, weeks: tidy(his) },
        ]
        const needed = neededLanguages(people, listed)
        for (const { seats, unspoken, openDesks } of presenceOf(people, from, addDays(from, 14))) {
          const spoken = seats.flatMap(({ languages }) => languages)
          const missing = openDesks.length > 0 ? needed.filter((code) => !spoken.includes(code)) : []
          expect(unspoken).toEqual(missing)
        }
      }),
    )
  })
})
