import { percentOf } from '../../domain/report/rounding.ts'
import type { ShownShare } from '../../domain/report/shown-report.ts'
import { isAnswer, type ReportWords, say, sayCount, sayPercent, sayRequests } from '../report-words.ts'

/** Those who ask, of whom the town speaks in the plural; every other answer is quoted by its label. */
const askers = ['woman', 'man', 'family', 'group']

interface NotedAnswers {
  /** The field of the report: a theme may have the code of somebody who asks. */
  readonly field: string
  readonly shares: readonly ShownShare[]
  readonly total: number
  readonly label: (code: string) => string
}

/** What a list of shares says first: its most frequent answer, whether it shares that place, and how many gave none. */
export function shareSentence({ field, shares, total, label }: NotedAnswers, words: ReportWords): string {
  const all = sayRequests(words, total)
  const answers = shares.flatMap((share) => (isAnswer(share.code) && share.requests !== null ? [share] : []))
  const [first] = answers
  if (!first)
    return say(words, shares.some(({ code }) => isAnswer(code)) ? 'sentence.hidden' : 'sentence.unanswered', {
      all,
    })
  const tied = answers.filter(({ requests }) => requests === first.requests).length
  const gaps = { all, count: tied, label: label(first.code), ...figuresOf(first, words) }
  if (first.percent === null) return say(words, tied > 1 ? 'sentence.fewTied' : 'sentence.few', gaps)
  const sentence =
    tied > 1
      ? say(words, 'sentence.tied', gaps)
      : field === 'clientKinds' && askers.includes(first.code)
        ? say(words, `sentence.${first.code}`, gaps)
        : say(words, 'sentence.mostOften', gaps)
  return addUnanswered(sentence, shares, total, words)
}

/** Nothing where a part of it is hidden. */
function addUnanswered(
  sentence: string,
  shares: readonly ShownShare[],
  total: number,
  words: ReportWords,
): string {
  const without = shares.filter(({ code }) => !isAnswer(code))
  const requests = without.reduce((sum, share) => sum + (share.requests ?? 0), 0)
  if (requests === 0 || without.some((share) => share.requests === null)) return sentence
  const percent = percentOf(requests, total)
  return say(words, 'sentence.partly', { sentence, ...figuresOf({ requests, percent }, words) })
}

const figuresOf = (share: Pick<ShownShare, 'requests' | 'percent'>, words: ReportWords) => ({
  requests: sayCount(words, share.requests),
  percent: sayPercent(words, share),
})
