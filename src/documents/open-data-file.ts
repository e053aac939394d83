import { type ShareField, shareFields, sharesIn } from '../domain/report/share-field.ts'
import type { ShownReport, ShownShare } from '../domain/report/shown-report.ts'
import { formatMonth } from '../text/format.ts'
import { shareLabel } from './chart/share-report-chart.ts'
import { type ReportWords, sayOthers } from './report-words.ts'
import { csvFile } from './sheet/csv-file.ts'
import type { SheetCell } from './sheet/sheet-cell.ts'

/** What a line of the file may say; what is left out, and what is hidden, is an empty cell. */
const columns = [
  'figure',
  'code',
  'sub_code',
  'name',
  'requests',
  'percent',
  'percent_of_top_ten',
  'opening_days',
  'per_opening_day',
] as const

type Line = { readonly [Column in (typeof columns)[number]]?: SheetCell }

/** Every number of a published report in one long table, codes beside the words of one language. Unit: help requests. */
export async function openDataFile(report: ShownReport, words: ReportWords): Promise<Uint8Array> {
  const lines = [
    ...monthLines(report, words),
    ...Object.keys(shareFields).flatMap((field) =>
      // because: the keys of the table are the fields
      shareLines(field as ShareField, report, words),
    ),
    ...nationalityLines(report, words),
  ]
  const rows = lines.map((line) => columns.map((column) => line[column] ?? null))
  return Buffer.concat(await Array.fromAsync(csvFile(columns, inTurn(rows))))
}

async function* inTurn<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}

const monthLines = (report: ShownReport, { language }: ReportWords): Line[] => [
  {
    figure: 'total',
    requests: report.total,
    opening_days: report.openingDays,
    per_opening_day: report.perOpeningDay,
  },
  ...report.months.map(({ month, requests, openingDays, perOpeningDay }) => ({
    figure: 'months',
    code: month,
    name: formatMonth(language, month),
    requests,
    opening_days: openingDays,
    per_opening_day: perOpeningDay,
  })),
]

const shareLines = (field: ShareField, report: ShownReport, words: ReportWords): Line[] =>
  field === 'themes'
    ? report.themes.flatMap(({ subThemes, ...theme }) => [
        shareLine(field, theme, words),
        ...subThemes.map((part) => ({
          ...shareLine(field, part, words),
          code: theme.code,
          sub_code: part.code,
        })),
      ])
    : sharesIn(report, field).map((share) => shareLine(field, share, words))

const shareLine = (field: ShareField, { code, requests, percent }: ShownShare, words: ReportWords): Line => ({
  figure: field,
  code,
  name: shareLabel(field, code, words),
  requests,
  percent,
})

function nationalityLines({ nationalities: { topTen, other } }: ShownReport, words: ReportWords): Line[] {
  const named = topTen.map(({ country, requests, percentOfTopTen, percentOfAll }) => ({
    figure: 'nationalities',
    code: country,
    name: words.label('nationality', country),
    requests,
    percent: percentOfAll,
    percent_of_top_ten: percentOfTopTen,
  }))
  if (other.countries === 0) return named
  const rest = { figure: 'nationalities', code: 'other', name: sayOthers(other.countries, words) }
  return [...named, { ...rest, requests: other.requests }]
}
