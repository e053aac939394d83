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

/** When somebody could come in, why not, what happened, and how people came. */
export function proposeWorking(source: ProposalSource): StatementGroup[] {
  const { report, events } = source
  return [
    ...paragraph(sayOpen(source), ...sayClosed(source)),
    ...listUnder(
      state('working.events', {}, []),
      events.map((event) =>
        state(
          event.from === event.to ? 'working.eventOn' : 'working.eventFrom',
          { from: { date: event.from }, to: { date: event.to }, title: { text: event.title } },
          [{ kind: 'event', event }],
        ),
      ),
    ),
    ...(report.total === 0 ? [] : paragraph(...sayComing(source))),
    ...paragraph(...sayGroups(source)),
  ]
}

function sayOpen({ report: { period, openingDays } }: ProposalSource): Statement {
  const dates = { from: { date: period.from }, to: { date: period.to } }
  return state('working.open', { ...dates, days: { days: openingDays } }, [figure('months')])
}

const mostReasons = 8

/** On how many days every desk was closed that would have been open, with the reasons given most often. */
function sayClosed({ closedDays }: ProposalSource): Statement[] {
  const reasons = closedDays.flatMap(({ because }) => ('reason' in because ? [because.reason] : []))
  const holidays = closedDays.length - reasons.length
  const counted = [...Map.groupBy(reasons, (reason) => reason)]
    .map(([name, days]) => ({ name, days: days.length }))
    .toSorted((a, b) => b.days - a.days || (a.name < b.name ? -1 : 1))
    .slice(0, mostReasons)
  return [
    ...(closedDays.length === 0
      ? []
      : [
          state('working.closed', { days: { number: closedDays.length }, holidays: { number: holidays } }, [
            figure('months'),
          ]),
        ]),
    ...(counted.length === 0
      ? []
      : [state('working.reasons', { list: { reasons: counted } }, [figure('months')])]),
  ]
}

function sayComing(source: ProposalSource): Statement[] {
  const { report } = source
  const all = { requests: report.total }
  const top = countedTop(source, 'origins', 3)
  const said = (key: string, field: 'origins' | 'clientKinds', code: string) => {
    const { requests } = sumOf(report[field], [code], report.total)
    const values = { requests: { number: requests }, percent: shareOf(requests, report.total), all }
    return isSayable(requests) ? [state(key, values, [figure(field, code)])] : []
  }
  return [
    ...(top ? [state('working.origins', { list: top.list, all }, top.sources)] : []),
    ...said('working.approached', 'origins', 'approached'),
    ...said('working.groups', 'clientKinds', 'group'),
  ]
}

/** A small group is not told: somebody who was there would know who the others were. */
function sayGroups({ report: { groupContacts } }: ProposalSource): Statement[] {
  if (!groupContacts || !isSayable(groupContacts.contacts)) return []
  const { contacts, people } = groupContacts
  const values = { contacts: { number: contacts }, people: { number: people } }
  return [state('working.groupContacts', values, [figure('groupContacts')])]
}
