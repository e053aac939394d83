import { month } from '../domain/local-date.ts'
import { type ChangedLine, changesBetween } from '../domain/report/comparison.ts'
import type { HalfYearReport } from '../domain/report/half-year-report.ts'
import { formatMonth, formatNumber } from '../text/format.ts'
import { shareLabel } from './chart/share-report-chart.ts'
import { type ReportWords, say } from './report-words.ts'

/** A report of a period and the number of the version that it is; without one, as its figures are now. */
export interface ReportVersion {
  readonly report: HalfYearReport
  readonly version: number | null
}

/** What differs between two reports of one period, in words; without a row where nothing does. */
export function reportChanges(before: ReportVersion, after: ReportVersion, words: ReportWords) {
  const lines = changesBetween(before.report, after.report)
  const nameOf = ({ version }: ReportVersion) =>
    version === null ? say(words, 'comparison.now') : say(words, 'changes.version', { version })
  return {
    sentence:
      lines.length === 0 ? say(words, 'changes.none') : say(words, 'changes.some', { count: lines.length }),
    table: {
      headings: [
        say(words, 'comparison.what'),
        say(words, 'comparison.answer'),
        nameOf(before),
        nameOf(after),
      ],
      rows: lines.map((line) => [
        ...namesOf(line, words),
        formatNumber(words.language, line.before),
        formatNumber(words.language, line.after),
      ]),
      textColumns: 2,
    },
  }
}

function namesOf({ field, code }: ChangedLine, words: ReportWords): [what: string, answer: string] {
  if (field === 'total') return [say(words, 'comparison.total'), '']
  if (field === 'openingDays') return [say(words, 'heading.openingDays'), '']
  const what = say(words, `heading.${field}`)
  return [
    what,
    field === 'months' ? formatMonth(words.language, month.parse(code)) : shareLabel(field, code, words),
  ]
}
