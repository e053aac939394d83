import type { ShownReport } from '../../domain/report/shown-report.ts'
import type { ReportWords } from '../report-words.ts'
import { csvFile } from '../sheet/csv-file.ts'
import type { SheetCell } from '../sheet/sheet-cell.ts'
import { type FigureRow, type FigureSource, figureRows } from './figure-row.ts'

/**
 * Every figure of a report as one long table, the same columns for each of them: headings are names that do not change
 * with the language, so that whoever reads it by program reads each city and year alike. A hidden figure is empty, and
 * `hidden` says so.
 */
export async function reportCsv(source: FigureSource, words: ReportWords): Promise<Uint8Array> {
  const rows = figureRows(source, words).map((row) => cellsOf(row, source.report))
  return Buffer.concat(await Array.fromAsync(csvFile(headings, inTurn(rows))))
}

const headings = [
  ...['city', 'from', 'to', 'section', 'parent', 'code', 'label', 'requests', 'percent', 'base'],
  ...['percent_of_top_ten', 'opening_days', 'per_opening_day', 'hidden', 'unit', 'definitions'],
  ...['people', 'percent_of_people'],
]

const cellsOf = (row: FigureRow, { city, period, definitions }: ShownReport): SheetCell[] => [
  city.code,
  { date: period.from },
  { date: period.to },
  row.section,
  row.parent,
  row.code,
  row.label,
  row.requests,
  row.percent,
  baseOf(row.section, definitions.bases),
  row.percentOfTopTen,
  row.openingDays,
  row.perOpeningDay,
  row.hidden,
  definitions.unit,
  definitions.version,
  row.people,
  row.percentOfPeople,
]

/** Of what `percent` is a share, or over what an average spreads. */
function baseOf(section: string, bases: ShownReport['definitions']['bases']): string | null {
  if (section === 'total' || section === 'months') return bases.perOpeningDay ?? null
  if (section === 'unanswered') return 'all_requests'
  if (section === 'afterThemes') return 'after_integration'
  if (section === 'helpLevels') return 'theme_with_answer'
  if (section === 'unfinished') return 'all_requests'
  return bases[section] ?? bases[`${section}.percentOfAll`] ?? bases[`${section}.percentOfRequests`] ?? null
}

async function* inTurn<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}
