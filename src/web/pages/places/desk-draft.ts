import type { Desk } from '../../../contract/desk.ts'
import { always, type TimeSpan, type Timetable, withTimetable } from '../../../domain/calendar/timetable.ts'
import { addDays, type LocalDate } from '../../../domain/local-date.ts'
import { newId } from '../../new-id.ts'
import { isTime } from '../../ui/time-text.ts'
import { timetableOn } from './desk-hours.ts'
import type { DeskContent } from './place-writes.ts'

/** A desk while somebody changes it: its names, and one timetable at a time. */
export interface DeskDraft {
  readonly id: Desk['id']
  readonly name: string
  readonly organizationId: Desk['organizationId']
  /** The timetable that is being changed: one that there is by its first day, or a new one. */
  readonly editing: LocalDate | 'new'
  readonly from: LocalDate
  readonly spans: readonly TimeSpan[]
}

export function draftOf(
  desk: Desk | undefined,
  organizationId: Desk['organizationId'],
  today: LocalDate,
): DeskDraft {
  const current = desk && timetableOn(desk, today)
  return {
    // because: newId makes what the contract's id is
    id: desk?.id ?? (newId() as Desk['id']),
    name: desk?.name ?? '',
    organizationId: desk?.organizationId ?? organizationId,
    editing: current?.from ?? 'new',
    from: current?.from ?? always,
    spans: current?.spans ?? [],
  }
}

/** Turns to another timetable. A new one begins tomorrow, with the hours of today as its draft. */
export function turnTo(draft: DeskDraft, desk: Desk, editing: string, today: LocalDate): DeskDraft {
  const known = desk.timetables.find(({ from }) => from === editing)
  if (known) return { ...draft, editing: known.from, from: known.from, spans: known.spans }
  return { ...draft, editing: 'new', from: addDays(today, 1), spans: timetableOn(desk, today)?.spans ?? [] }
}

/** All timetables of the desk with the one that was changed among them. */
export const timetablesOf = (desk: Desk | undefined, { from, spans }: DeskDraft): Timetable[] =>
  withTimetable(desk?.timetables ?? [], { from, spans })

export const contentOf = (desk: Desk | undefined, draft: DeskDraft): DeskContent => ({
  id: draft.id,
  name: draft.name.trim(),
  organizationId: draft.organizationId,
  timetables: timetablesOf(desk, draft),
})

export const isWhole = ({ spans }: Pick<DeskDraft, 'spans'>): boolean =>
  spans.every(({ opens, closes }) => isTime(opens) && isTime(closes))
