import { addDays, type LocalDate, type Weekday } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Some hours of a weekday, HH:MM; a desk may have several a day (8.30–12 and 13.30–16). */
export interface TimeSpan {
  readonly weekday: Weekday
  readonly opens: string
  readonly closes: string
}

/** The weekly hours of a desk from a day on, until its next timetable begins. No spans: no hours. */
export interface Timetable {
  readonly from: LocalDate
  readonly spans: readonly TimeSpan[]
}

// because: it is the first day that a LocalDate can be
export const always = '1900-01-01' as LocalDate

/**
 * Refuses a span that ends before it begins (`hours_reversed`), two that overlap (`hours_overlap`) and two timetables
 * that begin on the same day (`timetable_twice`).
 */
export function checkTimetables(timetables: readonly Timetable[]): Refusal | undefined {
  const begins = timetables.map(({ from }) => from)
  const twice = begins.find((from, position) => begins.indexOf(from) < position)
  if (twice) return refuse('timetable_twice', { date: twice })
  return timetables.map(({ spans }) => checkSpans(spans)).find((refusal) => refusal !== undefined)
}

function checkSpans(spans: readonly TimeSpan[]): Refusal | undefined {
  const reversed = spans.find(({ opens, closes }) => closes <= opens)
  if (reversed) return refuse('hours_reversed', { opens: reversed.opens, closes: reversed.closes })
  const ordered = spans.toSorted(byTime)
  const overlap = ordered.find((span, position) => {
    const before = ordered[position - 1]
    return before?.weekday === span.weekday && span.opens < before.closes
  })
  return overlap && refuse('hours_overlap', { opens: overlap.opens, closes: overlap.closes })
}

const byTime = (a: TimeSpan, b: TimeSpan) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1)

/** One way to write the same hours: in order, without a timetable that changes nothing. */
export function tidyTimetables(timetables: readonly Timetable[]): Timetable[] {
  const ordered = timetables
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, spans }) => ({
      from,
      spans: spans.toSorted(byTime).map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    }))
  return ordered.filter(({ spans }, position) => {
    const before = ordered[position - 1]?.spans ?? []
    return JSON.stringify(spans) !== JSON.stringify(before)
  })
}

/** The timetables with this one among them: in place of the one that begins on its day, else beside the others. */
export const withTimetable = (timetables: readonly Timetable[], changed: Timetable): Timetable[] =>
  tidyTimetables([...timetables.filter(({ from }) => from !== changed.from), changed])

/** Each timetable with its last day; null where it holds on. */
export const heldTimetables = <Held extends Timetable>(
  timetables: readonly Held[],
): (Held & { readonly to: LocalDate | null })[] =>
  timetables.map((timetable, position) => {
    const next = timetables[position + 1]
    return { ...timetable, to: next ? addDays(next.from, -1) : null }
  })
