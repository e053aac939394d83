import {
  type ComparedLine,
  compareReports,
  type Difference,
  type Earlier,
} from '../domain/report/comparison.ts'
import type { HalfYearReport } from '../domain/report/half-year-report.ts'
import { formatDate, formatNumber } from '../text/format.ts'
import { shareLabel } from './chart/share-report-chart.ts'
import { type ReportWords, say, sayOpeningDays, sayRequests } from './report-words.ts'

/** A report beside an earlier one, in words. */
export interface ReportComparison {
  title: string
  sentences: string[]
  table: { headings: string[]; rows: string[][]; textColumns: number }
}

const sentenceOf = { more: 'more', fewer: 'fewer', about_as_many: 'about' } as const satisfies Record<
  Difference,
  string
>

/** Without a request in the earlier period it says only that. */
export function reportComparison(
  earlier: Earlier,
  now: HalfYearReport,
  before: HalfYearReport,
  words: ReportWords,
): ReportComparison {
  const { language } = words
  const title = say(words, `comparison.${earlier}`)
  const headings = ['what', 'answer', 'now', 'then', 'difference'].map((key) =>
    say(words, `comparison.${key}`),
  )
  const days = { from: formatDate(language, before.period.from), to: formatDate(language, before.period.to) }
  const [total, ...lines] = compareReports(now, before)
  if (!total || before.total === 0) {
    const table = { headings, rows: [], textColumns: 2 }
    return { title, sentences: [say(words, 'comparison.nothing', days)], table }
  }
  const gaps = { ...days, all: sayRequests(words, now.total), before: formatNumber(language, before.total) }
  return {
    title,
    sentences: [
      say(words, `comparison.${sentenceOf[total.difference]}`, gaps),
      say(words, 'comparison.days', {
        daysBefore: sayOpeningDays(words, before.openingDays),
        days: sayOpeningDays(words, now.openingDays),
      }),
      say(words, 'comparison.rule'),
    ],
    table: { headings, rows: [total, ...lines].map((line) => row(line, words)), textColumns: 2 },
  }
}

function row({ field, code, requests, before, difference }: ComparedLine, words: ReportWords): string[] {
  const [what, answer] =
    field === 'total'
      ? [say(words, 'comparison.total'), '']
      : [say(words, `heading.${field}`), shareLabel(field, code, words)]
  const numbers = [requests, before].map((number) => formatNumber(words.language, number))
  return [what, answer, ...numbers, say(words, `comparison.word.${difference}`)]
}
