import type { Share } from '../../domain/report/half-year-report.ts'
import { percentOf } from '../../domain/report/rounding.ts'
import { formatNumber, formatPercent } from '../../text/format.ts'
import { isAnswer, type ReportWords, say, sayRequests } from '../report-words.ts'

/** Those who ask, of whom the town speaks in the plural; every other answer is quoted by its label. */
const askers = ['woman', 'man', 'family', 'group']

interface NotedAnswers {
  /** The field of the report: a theme may have the code of somebody who asks. */
  readonly field: string
  readonly shares: readonly Share[]
  readonly total: number
  readonly label: (code: string) => string
}

/** What a list of shares says first: its most frequent answer, whether it shares that place, and how many gave none. */
export function shareSentence({ field, shares, total, label }: NotedAnswers, words: ReportWords): string {
  const all = sayRequests(words, total)
  const answers = shares.filter(({ code }) => isAnswer(code))
  const [first] = answers
  if (!first) return say(words, 'sentence.unanswered', { all })
  const tied = answers.filter(({ requests }) => requests === first.requests).length
  const gaps = { all, ...figuresOf(first, words) }
  const sentence =
    tied > 1
      ? say(words, 'sentence.tied', { ...gaps, count: tied })
      : field === 'clientKinds' && askers.includes(first.code)
        ? say(words, `sentence.${first.code}`, gaps)
        : say(words, 'sentence.mostOften', { ...gaps, label: label(first.code) })
  return addUnanswered(sentence, shares, total, words)
}

function addUnanswered(
  sentence: string,
  shares: readonly Share[],
  total: number,
  words: ReportWords,
): string {
  const requests = shares.reduce((sum, share) => (isAnswer(share.code) ? sum : sum + share.requests), 0)
  if (requests === 0) return sentence
  const percent = percentOf(requests, total)
  return say(words, 'sentence.partly', { sentence, ...figuresOf({ requests, percent }, words) })
}

const figuresOf = (share: Pick<Share, 'requests' | 'percent'>, { language }: ReportWords) => ({
  requests: formatNumber(language, share.requests),
  percent: formatPercent(language, share),
})
