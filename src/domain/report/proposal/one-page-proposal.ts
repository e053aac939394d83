import { saySelf } from './guides-proposal.ts'
import { sayUnanswered } from './reach-proposal.ts'
import { sayTotal } from './requests-proposal.ts'
import { countedTop, isSayable, shareOf, sumOf } from './sayable.ts'
import {
  figure,
  listUnder,
  type ProposalSource,
  paragraph,
  type Statement,
  type StatementGroup,
  state,
} from './statement.ts'

/** Five figures, three things that work and three that are difficult: each one a count, never a judgement. */
export function proposeOnePage(source: ProposalSource): StatementGroup[] {
  const { report } = source
  if (report.total === 0) return paragraph(state('requests.none', {}, [figure('total')]))
  const figures = [
    sayTotal(source),
    sayTop(source, 'themes'),
    sayTop(source, 'clientKinds'),
    sayTop(source, 'languages'),
    sayNationalities(source),
  ].filter((each) => each !== undefined)
  return [
    ...listUnder(state('onePage.figures', {}, []), figures),
    ...listUnder(state('onePage.works', {}, []), sayWorking(source).slice(0, 3)),
    ...listUnder(state('onePage.difficult', {}, []), sayDifficult(source).slice(0, 3)),
  ]
}

function sayTop(
  source: ProposalSource,
  field: 'themes' | 'clientKinds' | 'languages',
): Statement | undefined {
  const top = countedTop(source, field, 1)
  const all = { requests: source.report.total }
  return top && state(`onePage.${field}`, { list: top.list, all }, top.sources)
}

function sayNationalities({ report: { nationalities } }: ProposalSource): Statement | undefined {
  const { distinct } = nationalities
  if (distinct < 2) return undefined
  return state('onePage.nationalities', { distinct: { number: distinct } }, [figure('nationalities')])
}

const sayWorking = (source: ProposalSource): Statement[] =>
  [
    sayOutcome(source, 'answered', ['answered']),
    saySelf(source),
    sayOutcome(source, 'helped', ['referred_arrived', 'referred_helped']),
  ].filter((each) => each !== undefined)

/** No offer first: a gap is what only the city can fill. */
const sayDifficult = (source: ProposalSource): Statement[] =>
  [
    sayOutcome(source, 'noOffer', ['no_offer']),
    sayBarrier(source),
    sayOutcome(source, 'waiting', ['referred_pending', 'open']),
    sayOutcome(source, 'stopped', ['client_stopped']),
    ...sayUnanswered(source).slice(0, 1),
  ].filter((each) => each !== undefined)

function sayOutcome(
  { report }: ProposalSource,
  key: string,
  codes: readonly string[],
): Statement | undefined {
  const known = report.outcomes.filter(({ code }) => codes.includes(code))
  const { requests } = sumOf(known, codes, report.total)
  if (!isSayable(requests)) return undefined
  const values = { requests: { number: requests }, percent: shareOf(requests, report.total) }
  const sources = known.map(({ code }) => figure('outcomes', code))
  return state(`onePage.${key}`, { ...values, all: { requests: report.total } }, sources)
}

function sayBarrier(source: ProposalSource): Statement | undefined {
  const top = countedTop(source, 'barriers', 1)
  const all = { requests: source.report.total }
  return top && state('onePage.barrier', { list: top.list, all }, top.sources)
}
