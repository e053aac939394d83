import { absentGroups, missedFrom } from '../../domain/report/population.ts'
import type { ShownPopulation, ShownReport } from '../../domain/report/shown-report.ts'
import { formatDate, formatList, formatNumber } from '../../text/format.ts'
import {
  type ReportChart,
  type ReportWords,
  say,
  sayCount,
  sayOthers,
  sayPercent,
  sayRequests,
} from '../report-words.ts'
import { type Bar, barChart } from './chart-bars.ts'
import { pageRoom, renderSvg } from './chart-svg.ts'

/** Who lives in the municipality beside who asked something, with both bases. None where nobody wrote down who lives there. */
export function populationReportChart(
  { population, total }: ShownReport,
  words: ReportWords,
  room = pageRoom,
): ReportChart | undefined {
  if (!population || population.groups.length === 0) return undefined
  const title = say(words, 'title.population')
  const sentence = populationSentence(population, words)
  const bars = populationBars(population, words, room.mostBars)
  return {
    chart: 'population',
    title,
    sentence,
    unit: say(words, 'unit.peopleAndRequests'),
    base: say(words, 'base.population', {
      people: formatNumber(words.language, population.people),
      all: sayRequests(words, total),
    }),
    svg: renderSvg(barChart(bars, say(words, 'chartName', { title, sentence }), room)),
    table: {
      headings: ['nationalities', 'people', 'percentOfPeople', 'requests', 'percentOfAll'].map((heading) =>
        say(words, `heading.${heading}`),
      ),
      rows: population.groups.map((group) => [
        words.label('nationality', group.country),
        formatNumber(words.language, group.people),
        sayPercent(words, { requests: group.people, percent: group.percentOfPeople }),
        sayRequestsOf(group, words),
        sayPercent(words, { requests: group.requests, percent: group.percentOfRequests }),
      ]),
      textColumns: 1,
    },
    notes: [
      say(words, 'population.source', {
        source: population.source,
        date: formatDate(words.language, population.countedOn),
      }),
      say(words, 'population.noPersons'),
      ...(isWhole(population) ? [] : [say(words, 'population.smallGroups')]),
      ...(population.groups.some(({ requests }) => requests === null)
        ? [say(words, 'population.whyNotNamed')]
        : []),
    ],
  }
}

const isWhole = ({ groups, people }: ShownPopulation): boolean =>
  groups.reduce((sum, group) => sum + group.people, 0) === people

type ShownGroup = ShownPopulation['groups'][number]

const sayRequestsOf = ({ requests }: ShownGroup, words: ReportWords): string =>
  requests === null ? say(words, 'population.notNamed') : sayCount(words, requests)

/** Without Belgians, who are most of any municipality: beside theirs every other bar would be a dot. */
function populationBars({ groups }: ShownPopulation, words: ReportWords, mostBars: number): Bar[] {
  const drawn = groups.filter(({ country, people }) => country !== 'BE' && people > 0)
  const shown = drawn.length > mostBars ? drawn.slice(0, mostBars - 1) : drawn
  const rest = drawn.slice(shown.length)
  const bars = shown.map((group) => ({
    label: words.label('nationality', group.country),
    requests: group.people,
    value: say(words, group.requests === null ? 'population.barNotNamed' : 'population.bar', {
      people: formatNumber(words.language, group.people),
      requests: sayCount(words, group.requests),
    }),
    quiet: group.requests === null || group.requests === 0,
  }))
  if (rest.length === 0) return bars
  const people = rest.reduce((sum, group) => sum + group.people, 0)
  const value = formatNumber(words.language, people)
  return [...bars, { label: sayOthers(rest.length, words), requests: people, value, quiet: true }]
}

const mostNamed = 12

/** Names who is missed at the desk; where small numbers are hidden it says only how many have a name. */
function populationSentence({ groups }: ShownPopulation, words: ReportWords): string {
  const number = (count: number) => formatNumber(words.language, count)
  if (groups.some(({ requests }) => requests === null)) {
    const named = groups.filter(({ requests }) => requests !== null)
    return say(words, 'population.named', { named: number(named.length), groups: number(groups.length) })
  }
  const { large, absent } = absentGroups(groups)
  const gaps = { from: missedFrom, groups: number(large.length), absent: number(absent.length) }
  if (large.length === 0) return say(words, 'population.noneLarge', gaps)
  if (absent.length === 0) return say(words, 'population.allCame', gaps)
  const names = formatList(
    words.language,
    absent.slice(0, mostNamed).map(({ country }) => words.label('nationality', country)),
  )
  return say(words, absent.length > mostNamed ? 'population.absentAmong' : 'population.absent', {
    ...gaps,
    names,
  })
}
