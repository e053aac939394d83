import { percentOf } from '../../domain/report/rounding.ts'
import type { ShownReport, ShownShare } from '../../domain/report/shown-report.ts'
import { percentBase } from '../../domain/report/suppression/public-report.ts'
import {
  isAnswer,
  type ReportChart,
  type ReportWords,
  say,
  sayCount,
  sayPercent,
  sayRequests,
} from '../report-words.ts'
import { barChart } from './chart-bars.ts'
import { pageRoom, renderSvg } from './chart-svg.ts'

/** What a person is asked; each may stay without an answer, and the report says how often. */
const asked = ['clientKinds', 'statuses', 'languages', 'firstVisits', 'origins'] as const

interface Unanswered {
  readonly field: (typeof asked)[number] | 'nationalities'
  /** Null where a part of it is hidden. */
  readonly requests: number | null
  readonly percent: number | null
}

/** For each field that concerns a person, how many requests have no answer to it. */
export function unansweredReportChart(report: ShownReport, words: ReportWords, room = pageRoom): ReportChart {
  const fields = unansweredOf(report).toSorted((a, b) => (b.requests ?? 0) - (a.requests ?? 0))
  const title = say(words, 'title.unanswered')
  const sentence = sentenceOf(fields, report.total, words)
  const name = (field: Unanswered['field']) => say(words, `heading.${field}`)
  const bars = fields.flatMap((field) =>
    field.requests === null
      ? []
      : [
          {
            label: name(field.field),
            requests: field.requests,
            value: say(words, 'bar', {
              requests: sayCount(words, field.requests),
              percent: sayPercent(words, field),
            }),
            quiet: true,
          },
        ],
  )
  return {
    chart: 'unanswered',
    title,
    sentence,
    unit: say(words, 'unit.requests'),
    base: say(words, 'base.allRequests', { all: sayRequests(words, report.total) }),
    svg: renderSvg(barChart(bars, say(words, 'chartName', { title, sentence }), room)),
    table: {
      headings: ['unanswered', 'without', 'percent'].map((heading) => say(words, `heading.${heading}`)),
      rows: fields.map((field) => [
        name(field.field),
        sayCount(words, field.requests),
        sayPercent(words, field),
      ]),
      textColumns: 1,
    },
    notes: [],
  }
}

export function unansweredOf(report: ShownReport): Unanswered[] {
  const { total, nationalities } = report
  const ofLists = asked.flatMap((field) => {
    const shares = report[field]
    return shares ? [{ field, requests: unansweredIn(shares) }] : []
  })
  const { topTenTotal, other } = nationalities
  const ofNationality = other.requests === null ? null : total - topTenTotal - other.requests
  return [...ofLists, { field: 'nationalities' as const, requests: ofNationality }].map((one) => ({
    ...one,
    percent:
      one.requests === null || (total < percentBase && total > 0) ? null : percentOf(one.requests, total),
  }))
}

function unansweredIn(shares: readonly ShownShare[]): number | null {
  const without = shares.filter(({ code }) => !isAnswer(code))
  if (without.some(({ requests }) => requests === null)) return null
  return without.reduce((sum, { requests }) => sum + (requests ?? 0), 0)
}

function sentenceOf([first]: readonly Unanswered[], total: number, words: ReportWords): string {
  if (!first || first.requests === null || first.requests === 0) return say(words, 'sentence.unansweredNone')
  const gaps = {
    label: say(words, `heading.${first.field}`),
    requests: sayCount(words, first.requests),
    all: sayRequests(words, total),
    percent: sayPercent(words, first),
  }
  return say(words, first.percent === null ? 'sentence.unansweredFew' : 'sentence.unansweredMost', gaps)
}
