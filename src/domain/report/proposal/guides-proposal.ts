import { countedTop, isSayable, shareOf, sumOf } from './sayable.ts'
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
      ...(['explain_letter', 'accompany', 'warm_handover'] as const).map((code) => sayAction(source, code)),
    ),
    ...paragraph(saySelf(source), sayDoneFor(source)),
  ]
}

function sayAction({ report }: ProposalSource, code: string): Statement | undefined {
  const { requests } = sumOf(report.actions, [code], report.total)
  if (!isSayable(requests)) return undefined
  const values = { requests: { number: requests }, percent: shareOf(requests, report.total) }
  return state(`guides.${code}`, { ...values, all: { requests: report.total } }, [figure('actions', code)])
}

const ownPart = ['done_together', 'done_self_supported', 'done_self']

/** Whoever did it alone or together: that they learn to is what the guides work for. */
export const saySelf = (source: ProposalSource): Statement | undefined => sayDone(source, 'self', ownPart)

const sayDoneFor = (source: ProposalSource): Statement | undefined => sayDone(source, 'doneFor', ['done_for'])

function sayDone({ report }: ProposalSource, key: string, codes: readonly string[]): Statement | undefined {
  const known = report.whoDidIt.filter(({ code }) => codes.includes(code))
  const { requests } = sumOf(known, codes, report.total)
  if (!isSayable(requests)) return undefined
  const values = { requests: { number: requests }, percent: shareOf(requests, report.total) }
  const sources = known.map(({ code }) => figure('whoDidIt', code))
  return state(`guides.${key}`, { ...values, all: { requests: report.total } }, sources)
}
