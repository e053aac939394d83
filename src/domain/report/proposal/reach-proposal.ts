import { absentGroups, missedFrom } from '../population.ts'
import { percentOf } from '../rounding.ts'
import { sharesIn } from '../share-field.ts'
import { nationalityNamedFrom } from '../suppression/public-cube.ts'
import { answersOf, countedTop, isSayable, sumOf } from './sayable.ts'
import {
  figure,
  type ProposalSource,
  paragraph,
  type Statement,
  type StatementGroup,
  state,
} from './statement.ts'

/** Who asks, and what is not known of them. */
export function proposeReach(source: ProposalSource): StatementGroup[] {
  if (source.report.total === 0) return []
  return [
    ...paragraph(...(['clientKinds', 'statuses'] as const).map((field) => sayTop(source, field))),
    ...paragraph(sayNationalities(source), sayFirst(source)),
    ...paragraph(sayAbsent(source)),
    ...paragraph(sayTop(source, 'firstVisits')),
    ...paragraph(...sayUnanswered(source)),
  ]
}

function sayTop(
  source: ProposalSource,
  field: 'clientKinds' | 'statuses' | 'firstVisits',
): Statement | undefined {
  const top = countedTop(source, field, answersOf(source, field).length)
  const all = { requests: source.report.total }
  return top && state(`reach.${field}`, { list: top.list, all }, top.sources)
}

function sayNationalities({ report: { nationalities, total } }: ProposalSource): Statement | undefined {
  const { distinct, topTen, topTenTotal } = nationalities
  if (distinct < 2) return undefined
  return state(
    'reach.nationalities',
    {
      distinct: { number: distinct },
      count: { number: topTen.length },
      top: { requests: topTenTotal },
      percent: { percent: percentOf(topTenTotal, total), requests: topTenTotal },
      all: { requests: total },
    },
    [figure('nationalities')],
  )
}

/** One nationality with both its bases; a tie is not settled by a code. */
function sayFirst({ report: { nationalities, total } }: ProposalSource): Statement | undefined {
  const [first, second] = nationalities.topTen
  if (!first || first.requests < nationalityNamedFrom || first.requests === second?.requests) return undefined
  const { country, requests, percentOfAll, percentOfTopTen } = first
  return state(
    'reach.first',
    {
      country: { label: { field: 'nationalities', code: country } },
      requests: { requests },
      all: { requests: total },
      percent: { percent: percentOfAll, requests },
      percentOfTop: { percent: percentOfTopTen, requests },
      top: { requests: nationalities.topTenTotal },
    },
    [figure('nationalities', country)],
  )
}

/** How many groups of some size nobody came from: a count without their names, as everybody may read it. */
function sayAbsent({ report: { population } }: ProposalSource): Statement | undefined {
  if (!population) return undefined
  const { large, absent } = absentGroups(population.groups)
  if (large.length === 0) return undefined
  return state(
    absent.length === 0 ? 'reach.allCame' : 'reach.absent',
    {
      absent: { number: absent.length },
      groups: { number: large.length },
      from: { number: missedFrom },
      date: { date: population.countedOn },
    },
    [figure('population')],
  )
}

const asked = ['clientKinds', 'statuses', 'languages', 'firstVisits', 'origins'] as const

/** For each field, how often nobody knows. */
export function sayUnanswered({ report }: ProposalSource): Statement[] {
  return asked
    .map((field) => ({
      field,
      ...sumOf(sharesIn(report, field), ['unknown', 'not_asked', 'refused'], report.total),
    }))
    .filter(({ requests }) => isSayable(requests))
    .toSorted((a, b) => b.requests - a.requests)
    .slice(0, 3)
    .map(({ field, requests, percent }) =>
      state(
        requests === report.total ? 'reach.unansweredAll' : 'reach.unanswered',
        {
          what: { label: { field } },
          requests: { number: requests },
          all: { requests: report.total },
          percent: { percent, requests },
        },
        [figure('unanswered', field)],
      ),
    )
}
