import { setImmediate } from 'node:timers/promises'
import { readCalendar } from '../../domain/calendar/opening-day.ts'
import type { ImportAnswer, Rejection } from '../../domain/import/import-answer.ts'
import { makeOrdinals } from '../../domain/import/import-identity.ts'
import { type ImportedRequest, type ReadRow, type RowRules, readRow } from '../../domain/import/import-row.ts'
import { isBlankRow, type Sheet } from '../../domain/import/import-sheet.ts'
import { makeUnknownTally, type TalliedValue } from '../../domain/import/import-tally.ts'
import { normalise } from '../../domain/import/import-text.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { isDeskOn } from '../../domain/request/request-rule.ts'
import { readCityCalendar } from '../city/calendar-store.ts'
import type { Tx } from '../database.ts'
import type { ImportBasis } from './import-basis-store.ts'
import type { ChangedRow, ChangedRows } from './import-changed-row-store.ts'
import { contentOf, findImported, hash, type RowPrint } from './import-row-store.ts'

interface PrintedRow extends RowPrint {
  readonly row: number
  readonly formerKey: string | undefined
  readonly request: ImportedRequest
}

type Reading = (
  | Exclude<ReadRow, { kind: 'request' }>
  | { readonly kind: 'request'; readonly printed: PrintedRow }
) & { readonly isHidden: boolean }

/** The rows of a sheet that are not blank, read by the rules. Reading it again gives the same. */
export async function* readSheet(sheet: Sheet, rules: RowRules): AsyncGenerator<Reading | Refusal> {
  const [keyOf, formerKeyOf] = [makeOrdinals(), makeOrdinals()]
  let taken = 0
  for await (const sheetRow of sheet.rows()) {
    // A hundred thousand rows take seconds: whoever else is served here has a turn in between.
    if (++taken % rowsPerTurn === 0) await setImmediate()
    if (isRefusal(sheetRow)) yield sheetRow
    else if (!isBlankRow(sheetRow)) {
      const reading = readRow(rules, sheetRow)
      const isHidden = sheetRow.isHidden ?? false
      if (reading.kind !== 'request') yield { ...reading, isHidden }
      else {
        const { request, identity } = reading
        const { formerKey } = identity
        const print = {
          key: hash(keyOf(identity)),
          formerKey:
            formerKey === undefined ? undefined : hash(formerKeyOf({ key: formerKey, numbered: false })),
          digest: hash(identity.content),
          sensitive: request.sensitive,
        }
        yield { kind: 'request', isHidden, printed: { ...print, row: sheetRow.row, request } }
      }
    }
  }
}

const rowsPerTurn = 100

export interface Survey {
  readonly answer: Omit<ImportAnswer, 'importId'>
  /** The rows that the databank does not have. */
  readonly fresh: ReadonlySet<number>
  readonly unknown: readonly TalliedValue[]
}

const batchSize = 2000

/** Reads a whole sheet and says what an import would do. Keeps in memory no more of a row than its print. */
export async function surveySheet(
  tx: Tx,
  sheet: Sheet,
  basis: ImportBasis,
  onProgress: (rows: number) => void,
  changed?: ChangedRows,
): Promise<Survey | Refusal> {
  const { rules } = basis
  const rejected: Rejection[] = []
  const unknown = makeUnknownTally(rules.columns, rules.book)
  const sorter = makeSorter(tx, basis, changed)
  await changed?.begin()
  let [rows, hiddenRows] = [0, 0]
  let batch: PrintedRow[] = []
  for await (const reading of readSheet(sheet, rules)) {
    if (isRefusal(reading)) return reading
    rows++
    if (reading.isHidden) hiddenRows++
    if (reading.kind === 'rejected') rejected.push(reading.rejection)
    else if (reading.kind === 'unknown') unknown.add(reading.values)
    else batch.push(reading.printed)
    if (batch.length === batchSize) {
      await sorter.sort(batch)
      batch = []
      onProgress(rows)
    }
  }
  await sorter.sort(batch)
  onProgress(rows)
  const { fresh, days, ...counts } = sorter.result
  const tallied = unknown.list()
  const closedDays = await findClosedDays(tx, days)
  return {
    fresh,
    unknown: tallied,
    answer: {
      rows,
      imported: fresh.size,
      alreadyImported: counts.alreadyImported,
      changed: counts.changed,
      rejected,
      unknown: tallied.map(({ spelling, ...value }) => value),
      newDesks: counts.newDesks,
      newGuides: counts.newGuides,
      closedDays,
      hiddenRows,
      ignoredColumns: rules.columns.ignored,
    },
  }
}

interface DayRows {
  rows: number
  /** Those at a desk that had its last day before. */
  afterLastDay: number
}

/** Sorts rows into new, already imported and changed: against the databank, and against the rows before them. */
function makeSorter(tx: Tx, basis: ImportBasis, changed: ChangedRows | undefined) {
  const earlier = new Map<string, string>()
  const result = {
    fresh: new Set<number>(),
    alreadyImported: 0,
    // because: without it an empty array has no element type
    changed: [] as { row: number }[],
    days: new Map<LocalDate, DayRows>(),
    newDesks: [] as string[],
    newGuides: [] as string[],
  }
  const noteDesk = makeNoter(basis.desks, result.newDesks)
  const noteGuide = makeNoter(basis.guides, result.newGuides)
  const noteDay = ({ receivedOn, desk }: ImportedRequest) => {
    const day = result.days.get(receivedOn) ?? { rows: 0, afterLastDay: 0 }
    day.rows++
    const lastDay = basis.lastDays.get(normalise(desk)) ?? null
    if (!isDeskOn({ lastDay }, receivedOn)) day.afterLastDay++
    result.days.set(receivedOn, day)
  }
  const sort = async (batch: readonly PrintedRow[]) => {
    if (batch.length === 0) return
    const keys = batch.flatMap(({ key, formerKey }) => (formerKey === undefined ? key : [key, formerKey]))
    const imported = new Map((await findImported(tx, keys)).map((print) => [print.key, print]))
    const changes: ChangedRow[] = []
    for (const printed of batch) {
      const { row, key, formerKey, request } = printed
      const known = imported.get(key) ?? imported.get(formerKey ?? key)
      const before = known ? contentOf(known) : earlier.get(key)
      if (before === undefined) {
        earlier.set(key, contentOf(printed))
        result.fresh.add(row)
        noteDesk(request.desk)
        noteGuide(request.guide)
        noteDay(request)
      } else if (before === contentOf(printed)) result.alreadyImported++
      else {
        result.changed.push({ row })
        if (known) changes.push({ row, requestId: known.id, digest: printed.digest, request })
      }
    }
    await changed?.keep(changes)
  }
  return { sort, result }
}

function makeNoter(known: ReadonlyMap<string, unknown>, noted: string[]) {
  const seen = new Set<string>()
  return (name: string) => {
    const spelling = normalise(name)
    if (known.has(spelling) || seen.has(spelling)) return
    seen.add(spelling)
    noted.push(name)
  }
}

/** Every row of a day on which no desk is open; of other days the rows at desks that had their last day before. */
async function findClosedDays(
  tx: Tx,
  days: ReadonlyMap<LocalDate, DayRows>,
): Promise<ImportAnswer['closedDays']> {
  const dates = [...days.keys()].sort()
  const [from, to] = [dates[0], dates.at(-1)]
  if (!from || !to) return []
  const stateOn = readCalendar(await readCityCalendar(tx, { from, to }))
  return [...days]
    .map(([date, { rows, afterLastDay }]) => ({ date, rows: stateOn(date).open ? afterLastDay : rows }))
    .filter(({ rows }) => rows > 0)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
}
