import { listDesks } from './db/city/desk-store.ts'
import type { Tx } from './db/database.ts'
import { keepRoster, listSitters } from './db/people/roster-store.ts'
import type { CityId } from './domain/id.ts'
import type { LocalDate, Weekday } from './domain/local-date.ts'
import { isRefusal } from './domain/refusal.ts'

type Hours = readonly [opens: string, closes: string]
const [whole, morning, afternoon]: readonly [Hours, Hours, Hours] = [
  ['08:00', '16:30'],
  ['09:00', '12:00'],
  ['13:00', '16:30'],
]

interface DemoWeek {
  readonly languages: readonly string[]
  /** By weekday; the desk is the one that is open that day. */
  readonly hours: Readonly<Partial<Record<Weekday, Hours>>>
}

/** Invented weeks. On Thursday nobody speaks Russian: Vandaag says so. */
const weeks: Readonly<Record<string, DemoWeek>> = {
  'Toeleider A': { languages: ['nld', 'eng', 'rus'], hours: { 1: whole, 2: whole, 3: morning, 5: whole } },
  'Toeleider B': {
    languages: ['nld', 'fra', 'ara'],
    hours: { 1: afternoon, 2: whole, 3: whole, 4: whole, 5: morning },
  },
  Samira: { languages: ['nld', 'fra', 'ara', 'tur'], hours: { 3: afternoon } },
  Koen: { languages: ['nld', 'eng', 'fra'], hours: { 4: morning } },
  Lies: { languages: ['nld', 'eng', 'fra'], hours: { 1: morning, 4: afternoon } },
}

/** Keeps the weeks of everybody at a desk of the demo town, as their coordinator would. */
export async function keepDemoRosters(
  tx: Tx,
  { cityId, today }: { readonly cityId: CityId; readonly today: LocalDate },
): Promise<void> {
  const desks = await listDesks(tx)
  const deskOn = (day: Weekday) =>
    desks.find(({ timetables }) =>
      timetables.some(({ spans }) => spans.some(({ weekday }) => weekday === day)),
    )
  for (const { id, name } of await listSitters(tx)) {
    const week = weeks[name]
    if (!week) continue
    const spans = ([1, 2, 3, 4, 5] as const).flatMap((weekday) => {
      const [hours, desk] = [week.hours[weekday], deskOn(weekday)]
      return hours && desk ? [{ weekday, deskId: desk.id, opens: hours[0], closes: hours[1] }] : []
    })
    const content = { languages: week.languages, weeks: [{ from: today, spans }], absences: [] }
    const kept = await keepRoster(tx, { kind: 'cli', cityId }, { id, content, version: 0, today })
    if (isRefusal(kept)) throw new Error(`the week of ${name} in the demo is refused`)
  }
}
