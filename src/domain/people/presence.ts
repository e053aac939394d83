import { type Calendar, type DayState, readDesks, stateOf } from '../calendar/opening-day.ts'
import type { DeskId } from '../id.ts'
import { daysFromTo, type LocalDate, weekdayOf } from '../local-date.ts'
import type { Period } from '../report/half-year-report.ts'
import { type Roster, weekOn } from './roster.ts'

/** Somebody who said when they sit where. */
export interface Rostered extends Roster {
  readonly name: string
}

/** Somebody at a desk on a day, HH:MM by the clock of the city. */
export interface Seat {
  readonly name: string
  readonly deskId: DeskId
  readonly opens: string
  readonly closes: string
  readonly languages: readonly string[]
}

export interface PresenceDay {
  readonly date: LocalDate
  readonly state: DayState
  readonly openDesks: readonly DeskId[]
  readonly seats: readonly Seat[]
  /** Needed languages that nobody at a desk speaks this day; none where no desk is open. */
  readonly unspoken: readonly string[]
}

/** In which the desks work; whoever is there speaks it. */
const languageOfDesks = 'nld'

/**
 * The contact languages that can be missed: those on the city's list which somebody who has a week speaks, in the order of
 * the list. Dutch is not among them. Nothing is asked of any client: it follows from what colleagues said alone.
 */
export function neededLanguages(people: readonly Rostered[], listed: readonly string[]): string[] {
  const sitting = people.filter(({ weeks }) => weeks.some(({ spans }) => spans.length > 0))
  return listed.filter(
    (code) => code !== languageOfDesks && sitting.some(({ languages }) => languages.includes(code)),
  )
}

/**
 * Each day of a period: who sits at which open desk, by hour, and which needed languages nobody there speaks. Whoever is away
 * that day, and whoever's desk is closed, sits nowhere. Days and hours are local: no clock change moves one.
 */
export function readPresence(
  {
    people,
    calendar,
    listed,
  }: {
    readonly people: readonly Rostered[]
    readonly calendar: Calendar
    readonly listed: readonly string[]
  },
  { from, to }: Period,
): PresenceDay[] {
  const desksOn = readDesks(calendar)
  const needed = neededLanguages(people, listed)
  return daysFromTo(from, to).map((date) => {
    const desks = desksOn(date)
    const seats = people.flatMap((person) => seatsOf(person, date, desks.open)).toSorted(byHour)
    const isSpoken = (code: string) => seats.some(({ languages }) => languages.includes(code))
    const unspoken = desks.open.length > 0 ? needed.filter((code) => !isSpoken(code)) : []
    return { date, state: stateOf(desks), openDesks: desks.open, seats, unspoken }
  })
}

function seatsOf(
  { name, languages, weeks, absences }: Rostered,
  date: LocalDate,
  open: readonly DeskId[],
): Seat[] {
  if (absences.some(({ from, to }) => from <= date && date <= to)) return []
  const spans = weekOn(weeks, date)?.spans ?? []
  return spans
    .filter(({ weekday, deskId }) => weekday === weekdayOf(date) && open.includes(deskId))
    .map(({ deskId, opens, closes }) => ({ name, deskId, opens, closes, languages }))
}

const byHour = (a: Seat, b: Seat) =>
  a.opens === b.opens ? (a.name < b.name ? -1 : 1) : a.opens < b.opens ? -1 : 1

/** Languages that nobody speaks on the same days, told together. */
export interface LanguageGap {
  readonly dates: readonly LocalDate[]
  readonly languages: readonly string[]
}

/** The gaps of some days, each language once, the soonest first. */
export function languageGaps(
  days: readonly { readonly date: LocalDate; readonly unspoken: readonly string[] }[],
): LanguageGap[] {
  const languages = [...new Set(days.flatMap(({ unspoken }) => unspoken))]
  const datesOf = (code: string) =>
    days.filter(({ unspoken }) => unspoken.includes(code)).map(({ date }) => date)
  const gaps = languages.map((code) => ({ code, dates: datesOf(code) }))
  return [...Map.groupBy(gaps, ({ dates }) => dates.join()).values()].map((same) => ({
    dates: same[0]?.dates ?? [],
    languages: same.map(({ code }) => code),
  }))
}

/** Whether somebody sits there at a time of the day, HH:MM; at the hour that ends it they are gone. */
export const isSeatedAt = ({ opens, closes }: Pick<Seat, 'opens' | 'closes'>, time: string): boolean =>
  opens <= time && time < closes
