import { ownLevels } from '../inside-figures.ts'
import { percentBase } from '../suppression/public-report.ts'
import { countedTop, isSayable, shareOf, sumOf, topOf } from './sayable.ts'
import {
  figure,
  type ProposalSource,
  paragraph,
  type Statement,
  type StatementGroup,
  state,
} from './statement.ts'

/** What the guides did, and how much people did themselves. */
export function proposeGuides(source: ProposalSource): StatementGroup[] {
  const top = countedTop(source, 'actions', 3)
  const all = { requests: source.report.total }
  return [
    ...paragraph(
      top && state('guides.actions', { list: top.list, all }, top.sources),
      ...['explain_letter', 'accompany'].map((code) => sayAction(source, code)),
      sayWalkedAlong(source),
      sayAction(source, 'warm_handover'),
    ),
    ...paragraph(saySelf(source), sayDoneFor(source), sayHelpLevels(source)),
  ]
}

function sayAction({ report }: ProposalSource, code: string): Statement | undefined {
  const { requests } = sumOf(report.actions, [code], report.total)
  if (!isSayable(requests)) return undefined
  const values = { requests: { number: requests }, percent: shareOf(requests, report.total) }
  return state(`guides.${code}`, { ...values, all: { requests: report.total } }, [figure('actions', code)])
}

export const saySelf = (source: ProposalSource): Statement | undefined => sayDone(source, 'self', ownLevels)

const sayDoneFor = (source: ProposalSource): Statement | undefined => sayDone(source, 'doneFor', ['done_for'])

function sayWalkedAlong({ walkedAlong }: ProposalSource): Statement | undefined {
  if (!isSayable(walkedAlong.requests)) return undefined
  const values = { requests: { number: walkedAlong.requests }, minutes: { number: walkedAlong.minutes } }
  return state('guides.walkedAlong', values, [figure('actions', 'accompany')])
}

function sayDone({ report }: ProposalSource, key: string, codes: readonly string[]): Statement | undefined {
  const known = report.whoDidIt.filter(({ code }) => codes.includes(code))
  const { requests } = sumOf(known, codes, report.total)
  if (!isSayable(requests)) return undefined
  const values = { requests: { number: requests }, percent: shareOf(requests, report.total) }
  const sources = known.map(({ code }) => figure('whoDidIt', code))
  return state(`guides.${key}`, { ...values, all: { requests: report.total } }, sources)
}

/** The themes with which people did most themselves, of those that say it often enough for a percentage. */
function sayHelpLevels({ helpLevels }: ProposalSource): Statement | undefined {
  const shares = helpLevels
    .filter(({ requests, own }) => requests >= percentBase && isSayable(own))
    .map(({ code, own, percent }) => ({ field: 'helpLevels', code, requests: own, percent }))
    .toSorted((a, b) => b.percent - a.percent || (a.code < b.code ? -1 : 1))
  const top = topOf(shares, 3)
  if (top.length === 0) return undefined
  const list = { counted: top.map((share) => ({ ...share, field: 'helpLevels' })) }
  return state(
    'guides.helpLevels',
    { list },
    top.map(({ code }) => figure('helpLevels', code)),
  )
}
