import { unanswered } from '../../code-list/code-list.ts'
import { type Difference, differenceOf } from '../comparison.ts'
import type { MonthFigures, Share } from '../half-year-report.ts'
import { percentOf } from '../rounding.ts'
import { sharesIn } from '../share-field.ts'
import { shownFrom } from '../suppression/publication.ts'
import { figure, type ProposalSource, type Source, type Value } from './statement.ts'

/** A list of the report whose codes a sentence may name. */
export type SayableField =
  | 'themes'
  | 'languages'
  | 'desks'
  | 'clientKinds'
  | 'statuses'
  | 'firstVisits'
  | 'origins'
  | 'actions'
  | 'whoDidIt'
  | 'outcomes'
  | 'barriers'

/** Smaller numbers stay in the tables: a sentence is quoted, and a person might be recognised in it. */
export const isSayable = (requests: number): boolean => requests >= shownFrom

const isAnswered = (code: string): boolean => !(unanswered as readonly string[]).includes(code)

/** The answers of a field that a sentence may name, most frequent first. */
export const answersOf = ({ report, isSensitive }: ProposalSource, field: SayableField): Share[] =>
  sharesIn(report, field).filter(
    ({ code, requests }) => isAnswered(code) && isSayable(requests) && !isSensitive(field, code),
  )

/** At most so many of them, and never one that another is as frequent as but is left out. */
export function topOf(shares: readonly Share[], most: number): Share[] {
  const [last, next] = [shares[most - 1], shares[most]]
  if (!last || !next || last.requests !== next.requests) return shares.slice(0, most)
  return shares.filter(({ requests }) => requests > next.requests)
}

/** How many requests have one of these answers. */
export function sumOf(shares: readonly Share[], codes: readonly string[], total: number) {
  const requests = shares
    .filter(({ code }) => codes.includes(code))
    .reduce((sum, share) => sum + share.requests, 0)
  return { requests, percent: percentOf(requests, total) }
}

export const shareOf = (requests: number, of: number): Value => ({
  percent: percentOf(requests, of),
  requests,
})

/** The most frequent answers with what they count, and what they come from. */
export function countedTop(
  source: ProposalSource,
  field: SayableField,
  most: number,
): { readonly list: Value; readonly sources: readonly Source[] } | undefined {
  const top = topOf(answersOf(source, field), most)
  if (top.length === 0) return undefined
  const list = { counted: top.map(({ code, requests, percent }) => ({ field, code, requests, percent })) }
  return { list, sources: top.map(({ code }) => figure(field, code)) }
}

/** A difference that may be called one, with its size; undefined below the thresholds of the report. */
export function changeOf(requests: number, before: number) {
  const difference: Difference = differenceOf(requests, before)
  if (difference === 'about_as_many' || before === 0) return undefined
  const change = Math.abs(requests - before)
  return { difference, change, percent: percentOf(change, before) }
}

type BusyMonth = MonthFigures & { readonly perOpeningDay: number }

/** The average as the report has it, to one decimal, in whole tenths: what is just ten percent is so in every month. */
const tenthsOf = ({ perOpeningDay }: BusyMonth): number => Math.round(perOpeningDay * 10)

/**
 * The busiest and the quietest month by requests per opening day, where each is one month alone and they are as far
 * apart as the thresholds of the report ask, over as many days as the shorter of the two was open.
 */
export function outermostMonths(
  months: readonly MonthFigures[],
): { readonly busiest: BusyMonth; readonly quietest: BusyMonth } | undefined {
  const open = months
    .flatMap((month) =>
      month.perOpeningDay === null ? [] : [{ ...month, perOpeningDay: month.perOpeningDay }],
    )
    .toSorted((a, b) => b.perOpeningDay - a.perOpeningDay)
  const [busiest, second] = open
  const [last, quietest] = open.slice(-2)
  if (!busiest || !second || !last || !quietest) return undefined
  if (second.perOpeningDay === busiest.perOpeningDay || last.perOpeningDay === quietest.perOpeningDay)
    return undefined
  const days = Math.min(busiest.openingDays, quietest.openingDays)
  const [most, least] = [tenthsOf(busiest) * days, tenthsOf(quietest) * days]
  return differenceOf(most, least, 10) === 'about_as_many' ? undefined : { busiest, quietest }
}
