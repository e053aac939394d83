import { compareReports, type Earlier } from '../comparison.ts'
import { daysOfMonth } from '../period.ts'
import { changeOf, countedTop, outermostMonths, type SayableField } from './sayable.ts'
import {
  figure,
  type ProposalSource,
  paragraph,
  type Statement,
  type StatementGroup,
  state,
} from './statement.ts'

/** How many, how busy, how that compares, and about what. */
export function proposeRequests(source: ProposalSource): StatementGroup[] {
  const { report } = source
  if (report.total === 0) return paragraph(state('requests.none', {}, [figure('total')]))
  return [
    ...paragraph(sayTotal(source), sayUnfinished(source), ...sayMonths(source)),
    ...paragraph(compare(source, 'previous'), compare(source, 'yearBefore'), ...sayThemeChanges(source)),
    ...paragraph(sayTop(source, 'themes')),
    ...paragraph(sayTop(source, 'languages'), report.desks.length > 1 ? sayTop(source, 'desks') : undefined),
    ...paragraph(sayTop(source, 'outcomes'), sayTop(source, 'barriers')),
  ]
}

/** The first sentence of the report. */
export function sayTotal({ report }: ProposalSource): Statement {
  const { period, total, openingDays, perOpeningDay } = report
  const values = { from: { date: period.from }, to: { date: period.to }, requests: { requests: total } }
  if (perOpeningDay === null) return state('requests.totalClosed', values, [figure('total')])
  return state(
    'requests.total',
    { ...values, days: { days: openingDays }, average: { average: perOpeningDay } },
    [figure('total'), figure('months')],
  )
}

/** What was noted in one tap counts, and is shown apart until somebody says what was done. */
function sayUnfinished({ unfinished }: ProposalSource): Statement | undefined {
  if (unfinished === 0) return undefined
  return state('requests.unfinished', { requests: { requests: unfinished } }, [figure('unfinished')])
}

/** The events of such a month stand beside it, as events: that they explain it is for a person to say. */
function sayMonths({ report, events }: ProposalSource): Statement[] {
  const outermost = outermostMonths(report.months)
  if (!outermost) return []
  const { busiest, quietest } = outermost
  const said = state(
    'requests.months',
    {
      high: { month: busiest.month },
      highAverage: { average: busiest.perOpeningDay },
      low: { month: quietest.month },
      lowAverage: { average: quietest.perOpeningDay },
    },
    [figure('months', busiest.month), figure('months', quietest.month)],
  )
  const noted = [busiest, quietest].flatMap(({ month }) => {
    const { from, to } = daysOfMonth(month)
    return events
      .filter((event) => event.from <= to && event.to >= from)
      .map((event) =>
        state('requests.event', { month: { month }, title: { text: event.title } }, [
          { kind: 'event', event },
        ]),
      )
  })
  return [said, ...noted]
}

function compare({ report, earlier }: ProposalSource, when: Earlier): Statement | undefined {
  const before = earlier[when]
  // Of a report on a year both are the year before.
  const isTwice = when === 'yearBefore' && before.period.from === earlier.previous.period.from
  if (before.total === 0 || isTwice) return undefined
  const values = {
    from: { date: before.period.from },
    to: { date: before.period.to },
    before: { requests: before.total },
    requests: { requests: report.total },
  }
  const sources = [{ kind: 'comparison', earlier: when, field: 'total' } as const]
  const change = changeOf(report.total, before.total)
  if (!change) return state('requests.about_as_many', values, sources)
  const size = {
    change: { number: change.change },
    percent: { percent: change.percent, requests: change.change },
  }
  return state(`requests.${change.difference}`, { ...values, ...size }, sources)
}

const mostThemes = 3

/** The themes that changed most since the period before, where that may be called a change. */
function sayThemeChanges({ report, earlier: { previous } }: ProposalSource): Statement[] {
  if (previous.total === 0) return []
  return compareReports(report, previous)
    .filter(({ field }) => field === 'themes')
    .flatMap((line) => {
      const change = changeOf(line.requests, line.before)
      return change && line.requests > 0 ? [{ ...line, ...change }] : []
    })
    .toSorted((a, b) => b.change - a.change || (a.code < b.code ? -1 : 1))
    .slice(0, mostThemes)
    .map(({ code, requests, before, difference }) =>
      state(
        difference === 'more' ? 'requests.themeMore' : 'requests.themeFewer',
        {
          theme: { label: { field: 'themes', code } },
          requests: { requests },
          before: { number: before },
        },
        [figure('themes', code), { kind: 'comparison', earlier: 'previous', field: 'themes', code }],
      ),
    )
}

const mostNamed: Partial<Record<SayableField, number>> = { themes: 3, languages: 3, desks: 5 }

function sayTop(source: ProposalSource, field: SayableField): Statement | undefined {
  const top = countedTop(source, field, mostNamed[field] ?? 3)
  const all = { requests: source.report.total }
  return top && state(`requests.${field}`, { list: top.list, all }, top.sources)
}
