import type { SensitiveCodes } from '../code-list/sensitive-codes.ts'
import type { LocalDate } from '../local-date.ts'
import { withoutIdlePermission } from '../request/own-words.ts'
import type { Clock } from './clock.ts'
import type { Rejection } from './import-answer.ts'
import { findBadCell, type RejectCell, readCells, rejecter } from './import-cell.ts'
import type { CodeBook } from './import-code-book.ts'
import { hideSensitive, makeCellReader, type UnknownCell } from './import-codes.ts'
import { readDate, readTime } from './import-date.ts'
import { type ImportField, requiredFields } from './import-field.ts'
import type { ImportColumns } from './import-heading.ts'
import { identifyRow, type RowIdentity } from './import-identity.ts'
import type { NameBook } from './import-name-book.ts'
import type { SheetRow } from './import-sheet.ts'

/** What a row is read by. */
export interface RowRules {
  readonly columns: ImportColumns
  readonly book: CodeBook
  readonly desks: NameBook
  readonly guides: NameBook
  readonly clock: Clock
  /** Today in the city: a later day is a slip of the pen. */
  readonly today: LocalDate
  readonly organizationId: string
}

/** A help request as a row tells it: codes of the city, names of its desk and guide. */
export interface ImportedRequest extends Received {
  readonly desk: string
  readonly guide: string
  readonly channel: string
  readonly origin: string
  readonly clientKind: string
  readonly askedBy: string
  readonly status: string
  readonly nationality: string
  readonly contactLanguage: string
  readonly languageHelp: string
  readonly neighbourhood: string | null
  readonly firstVisit: boolean | null
  readonly theme: string
  readonly subTheme: string | null
  readonly actions: readonly string[]
  readonly whoDidIt: string
  readonly outcome: string
  readonly barriers: readonly string[]
  readonly minutes: number | null
  readonly referredToText: string | null
  readonly tip: string | null
  readonly ownWords: string | null
  readonly mayQuote: boolean | null
  readonly sensitive: SensitiveCodes | null
}

interface Received {
  readonly receivedOn: LocalDate
  readonly receivedAt: Date
  readonly timeKnown: boolean
}

export type ReadRow =
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'unknown'; readonly values: readonly UnknownCell[] }
  | { readonly kind: 'request'; readonly request: ImportedRequest; readonly identity: RowIdentity }

type ReadCell = (field: ImportField) => string

/** Reads one row that is not blank: a help request, or the first reason why not, or values that nobody knows yet. */
export function readRow(rules: RowRules, sheetRow: SheetRow): ReadRow {
  const reject = rejecter(rules, sheetRow)
  const cell = readCells(rules.columns, sheetRow)
  const empty = requiredFields.find((field) => cell(field) === '')
  const bad = findBadCell(rules.columns, sheetRow, reject) ?? (empty && reject(empty, 'required'))
  if (bad) return { kind: 'rejected', rejection: bad }
  const received = readReceived(rules, cell, reject)
  return 'reason' in received
    ? { kind: 'rejected', rejection: received }
    : readMeaning(rules, cell, reject, received)
}

const noon = { hours: 12, minutes: 0 }

function readReceived({ clock, today }: RowRules, cell: ReadCell, reject: RejectCell): Received | Rejection {
  const day = readDate(cell('received_on'))
  if (!day) return reject('received_on', 'date_invalid')
  if (day.date > today) return reject('received_on', 'date_future')
  const time = cell('received_at') === '' ? day.time : readTime(cell('received_at'))
  if (time === undefined) return reject('received_at', 'time_invalid')
  return {
    receivedOn: day.date,
    receivedAt: clock.instantOf(day.date, time ?? noon),
    timeKnown: time !== null,
  }
}

function readMeaning(rules: RowRules, cell: ReadCell, reject: RejectCell, received: Received): ReadRow {
  const { book } = rules
  const names = {
    desk: cell('desk') || rules.desks.whenEmpty,
    guide: cell('guide') || rules.guides.whenEmpty,
  }
  const reader = makeCellReader(book, cell)
  const themes = reader.readTheme()
  const status = reader.readOne('status')
  const sensitive = hideSensitive(book, { status, subTheme: themes.subTheme })
  const request: ImportedRequest = withoutIdlePermission({
    ...received,
    ...names,
    channel: reader.readOne('channel'),
    origin: reader.readOne('origin'),
    clientKind: reader.readOne('client_kind'),
    askedBy: reader.readOne('asked_by'),
    status: sensitive?.status ? 'not_asked' : status,
    nationality: reader.readOne('nationality'),
    contactLanguage: reader.readOne('contact_language'),
    languageHelp: reader.readOne('language_help'),
    neighbourhood: cell('neighbourhood') || null,
    firstVisit: reader.readYesNo('first_visit'),
    theme: themes.theme,
    subTheme: sensitive?.subTheme ? null : themes.subTheme,
    actions: reader.readMany('actions'),
    whoDidIt: reader.readOne('who_did_it'),
    outcome: reader.readOne('outcome'),
    barriers: reader.readMany('barriers'),
    minutes: reader.readMinutes(),
    referredToText: cell('referred_to_text') || null,
    tip: cell('tip') || null,
    ownWords: cell('own_words') || null,
    mayQuote: reader.readYesNo('may_quote'),
    sensitive,
  })
  const ambiguous = reader.ambiguous[0] ?? findAmbiguousName(rules, names)
  if (ambiguous) return { kind: 'rejected', rejection: reject(ambiguous, 'ambiguous') }
  if (reader.unknown.length > 0) return { kind: 'unknown', values: reader.unknown }
  const { columns, organizationId } = rules
  const kept = textToKeep(cell, request)
  const identity = identifyRow(kept, received.receivedOn, organizationId, columns.learned)
  return { kind: 'request', request, identity }
}

const findAmbiguousName = ({ desks, guides }: RowRules, { desk, guide }: { desk: string; guide: string }) =>
  desks.isAmbiguous(desk) ? 'desk' : guides.isAmbiguous(guide) ? 'guide' : undefined

/** The cells as the row's identity may keep them: see identifyRow. */
function textToKeep(cell: ReadCell, request: ImportedRequest): ReadCell {
  const { receivedOn, receivedAt, timeKnown, minutes, sensitive, theme } = request
  const kept: Partial<Record<ImportField, string>> = {
    received_on: receivedOn,
    received_at: timeKnown ? receivedAt.toISOString() : '',
    ...(minutes === null ? {} : { minutes: String(minutes) }),
    ...(sensitive?.status ? { status: '' } : {}),
    ...(sensitive?.subTheme ? { theme, sub_theme: '' } : {}),
  }
  return (field) => kept[field] ?? cell(field)
}
