import { month } from '../domain/local-date.ts'
import { type ChangedLine, changesSince } from '../domain/report/comparison.ts'
import type { HalfYearReport } from '../domain/report/half-year-report.ts'
import { formatMonth, formatNumber } from '../text/format.ts'
import { shareLabel } from './chart/share-report-chart.ts'
import { type ReportWords, say } from './report-words.ts'

/** What the figures say now beside what was frozen, in words; without a row where nothing changed. */
export function reportChanges(frozen: HalfYearReport, now: HalfYearReport, words: ReportWords) {
  const lines = changesSince(frozen, now)
  const headings = ['comparison.what', 'comparison.answer', 'changes.frozen', 'comparison.now']
  return {
    sentence:
      lines.length === 0 ? say(words, 'changes.none') : say(words, 'changes.some', { count: lines.length }),
    table: {
      headings: headings.map((key) => say(words, key)),
      rows: lines.map((line) => [
        ...namesOf(line, words),
        formatNumber(words.language, line.frozen),
        formatNumber(words.language, line.now),
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
