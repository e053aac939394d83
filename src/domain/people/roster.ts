import { checkTimetables, heldTimetables, type TimeSpan, type Timetable } from '../calendar/timetable.ts'
import type { DeskId, MemberId } from '../id.ts'
import { addDays, type LocalDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Role } from './member.ts'
import { hasRight } from './right.ts'

/** Some hours of a weekday at a desk, HH:MM. */
export interface DeskSpan extends TimeSpan {
  readonly deskId: DeskId
}

/** When somebody sits where from a day on, until their next week begins. Without spans: nowhere. */
export interface RosterWeek extends Timetable {
  readonly spans: readonly DeskSpan[]
}

/** First and last day on which somebody is away. Why is not ours to note. */
export interface Absence {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What a member says about where they sit, and which languages they speak (ISO 639-3, as contact languages are). */
export interface Roster {
  readonly languages: readonly string[]
  readonly weeks: readonly RosterWeek[]
  readonly absences: readonly Absence[]
}

export const noRoster: Roster = { languages: [], weeks: [], absences: [] }

interface RosterRules {
  readonly desks: readonly DeskId[]
  readonly isLanguage: (code: string) => boolean
}

/**
 * Refuses hours as a desk's are refused (checkTimetables; nobody sits at two desks at once), a desk that the city does not
 * have (`desk_unknown`), an absence that ends before it begins (`period_invalid`) and a language that is none (`code_unknown`).
 */
export function checkRoster(
  { weeks, absences, languages }: Roster,
  { desks, isLanguage }: RosterRules,
): Refusal | undefined {
  const refusal = checkTimetables(weeks)
  if (refusal) return refusal
  if (weeks.some(({ spans }) => spans.some(({ deskId }) => !desks.includes(deskId))))
    return refuse('desk_unknown', { field: 'weeks' })
  if (absences.some(({ from, to }) => to < from)) return refuse('period_invalid', { field: 'absences' })
  return languages.every(isLanguage) ? undefined : refuse('code_unknown', { field: 'languages' })
}

/** One way to write the same: in order, each language once, and nothing that is over on `today`. */
export const tidyRoster = ({ languages, weeks, absences }: Roster, today: LocalDate): Roster => ({
  languages: [...new Set(languages)],
  weeks: tidyWeeks(weeks, today),
  absences: joinAbsences(absences.filter(({ to }) => to >= today)),
})

/** The weeks that hold on `today` or will, without one that changes nothing. */
function tidyWeeks(weeks: readonly RosterWeek[], today: LocalDate): RosterWeek[] {
  const ordered = weeks
    .map(({ from, spans }) => ({ from, spans: spans.map(wordedSpan).toSorted(byTime) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return heldTimetables(ordered)
    .filter(({ to }) => to === null || to >= today)
    .map(({ from, spans }) => ({ from, spans }))
    .filter(
      ({ spans }, place, held) => JSON.stringify(spans) !== JSON.stringify(held[place - 1]?.spans ?? []),
    )
}

const wordedSpan = ({ weekday, deskId, opens, closes }: DeskSpan): DeskSpan => ({
  weekday,
  deskId,
  opens,
  closes,
})
const byTime = (a: TimeSpan, b: TimeSpan) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1)

/** Absences that overlap or follow each other are one. */
function joinAbsences(absences: readonly Absence[]): Absence[] {
  const joined: Absence[] = []
  for (const { from, to } of absences.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = joined.at(-1)
    if (!before || addDays(before.to, 1) < from) joined.push({ from, to })
    else if (before.to < to) joined.splice(-1, 1, { from: before.from, to })
  }
  return joined
}

/** The weeks with this one among them: in place of the one that begins on its day, else beside the others. */
export const withWeek = (weeks: readonly RosterWeek[], changed: RosterWeek): RosterWeek[] => [
  ...weeks.filter(({ from }) => from !== changed.from),
  changed,
]

/** The week that holds on a day. */
export const weekOn = (weeks: readonly RosterWeek[], day: LocalDate): RosterWeek | undefined =>
  weeks.findLast(({ from }) => from <= day)

const ofEverybody: readonly Role[] = ['coordinator', 'admin']

interface Colleague {
  readonly id: MemberId
  readonly roles: readonly Role[]
  readonly coachId: MemberId | null
}

/**
 * Whose week somebody else may keep: of who sits at a desk, the coordinator and the administrator everybody's, a coach
 * those of the own team. The policies say so too.
 */
export const mayChangeRoster = (
  by: { readonly memberId: MemberId; readonly roles: readonly Role[] },
  whose: Colleague,
): boolean =>
  hasRight(whose.roles, 'rosters.keep') &&
  (by.roles.some((role) => ofEverybody.includes(role)) ||
    (by.roles.includes('coach') && [whose.id, whose.coachId].includes(by.memberId)))
