import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { holidayCodes } from '../../src/domain/calendar/holiday.ts'
import { keptAlways } from '../../src/domain/calendar/observed-holiday.ts'
import { closedDaysIn, openingDays } from '../../src/domain/calendar/opening-day.ts'
import defaults from '../../src/domain/code-list/code-lists.json' with { type: 'json' }
import { deskId, projectId } from '../../src/domain/id.ts'
import { localDate, monthOf } from '../../src/domain/local-date.ts'
import { previousPeriod, yearBefore } from '../../src/domain/report/comparison.ts'
import type { Count, Period, ReportCounts } from '../../src/domain/report/half-year-report.ts'
import type { ReportedProject } from '../../src/domain/report/project.ts'
import type { ProposalSource } from '../../src/domain/report/proposal/statement.ts'
import { composeReport, sharesOf } from '../../src/domain/report/report-figures.ts'

const day = (text: string) => localDate.parse(text)
const read = (file: string) =>
  parse<Record<string, string>>(readFileSync(file), { delimiter: ';', bom: true, columns: true })
const dateOf = (text = '') => day(text.split('/').reverse().join('-'))

type List = readonly { readonly code: string; readonly nl: string; readonly synonyms?: readonly string[] }[]
const codeOf =
  (list: List) =>
  (label = '') =>
    list.find(({ nl, synonyms }) => nl === label || synonyms?.includes(label))?.code ?? label

const countries: Record<string, string> = {
  ...{ Rusland: 'RU', Marokko: 'MA', Syrië: 'SY', Armenië: 'AM', Oekraine: 'UA' },
  ...{ Bulgarije: 'BG', België: 'BE', Algerije: 'DZ', Guinée: 'GN', Irak: 'IQ' },
}

export const demoPeriod = { from: day('2015-12-01'), to: day('2016-07-31') }

/** The demo’s file, counted without any of our own reading or counting. */
function demoCounts(): { readonly counts: ReportCounts; readonly after: readonly Count[] } {
  const rows = read('demo/help-requests.csv')
  const count = (field: string, code: (label?: string) => string, of = rows): Count[] =>
    [
      ...Map.groupBy(
        of.flatMap((row) => (row[field] ?? '').split(' | ')),
        code,
      ),
    ].map(([key, group]) => ({
      code: key,
      requests: group.length,
    }))
  const same = (label = '') => label
  const counts = {
    months: count('datum', (label) => monthOf(dateOf(label))).map(({ code, requests }) => ({
      month: monthOf(day(`${code}-01`)),
      requests,
    })),
    clientKinds: count('type cliënt', codeOf(defaults.client_kinds)),
    statuses: count('statuut', codeOf(defaults.statuses)),
    nationalities: count('nationaliteit', (label = '') => countries[label] ?? label),
    themes: count('thema', codeOf(defaults.themes)).map(({ code, requests }) => ({
      ...{ theme: code, subTheme: null, requests },
    })),
    languages: count('contacttaal', codeOf(defaults.languages)),
    desks: count('plaats', same),
    whoDidIt: count('wie deed het', codeOf(defaults.who_did_it)),
    outcomes: count('resultaat', codeOf(defaults.outcomes)),
    actions: count('acties', codeOf(defaults.actions)),
    origins: [{ code: 'not_asked', requests: rows.length }],
    barriers: [],
  }
  const ofThem = rows.filter(({ statuut }) => statuut === 'oudkomer')
  return { counts, after: count('thema', codeOf(defaults.themes), ofThem) }
}

const calendar = {
  desks: ([[1, 2, 4, 5], [3]] as const).map((weekdays, i) => ({
    id: deskId.parse(`01900000-0000-7000-8000-00000000000${i}`),
    weekdays,
  })),
  holidays: holidayCodes.map(keptAlways),
  closures: read('demo/closures.csv').map(({ datum, reden = '' }) => ({
    ...{ deskId: null, closedOn: dateOf(datum), reason: reden },
  })),
}

export const demoProject: ReportedProject = {
  id: projectId.parse('01900000-0000-7000-8000-0000000000aa'),
  name: 'Toeleiders in diversiteit',
  from: day('2015-12-01'),
  to: day('2017-11-30'),
  funders: ['Stad Kortrijk'],
  partners: [{ name: 'Onthaal De Leiebrug', role: 'loket en databank' }],
  goals: [
    {
      ...{ goal: 'Nieuwkomers vinden het loket', indicator: 'hulpvragen per openingsdag' },
      ...{ target: 'gemiddeld 5 per dag', reached: 'gemiddeld 5,9 per dag', comment: '' },
    },
    {
      ...{ goal: 'Noden komen bij het beleid', indicator: 'deelrapporten', target: '4', reached: '' },
      comment: '',
    },
  ],
  reportingMoments: ['2016-07-31', '2016-11-30', '2017-07-31', '2017-11-30'].map(day),
  partial: { number: 1, of: 4 },
}

const compose = (counts: ReportCounts, period: Period) =>
  composeReport({
    city: { code: 'kortrijk', name: 'Kortrijk' },
    openingDays: openingDays(calendar, period),
    definitionsVersion: '2026-1',
    ...{ period, counts },
  })

const { counts: counted, after } = demoCounts()
const nothing: ReportCounts = {
  ...{
    months: [],
    clientKinds: [],
    statuses: [],
    nationalities: [],
    themes: [],
    languages: [],
    whoDidIt: [],
  },
  ...{ outcomes: [], origins: [], desks: [], actions: [], barriers: [] },
}

/** A report of the demo town with other counts or another period. */
export const demoReport = (changes: Partial<ReportCounts> = {}, period: Period = demoPeriod) =>
  compose({ ...counted, ...changes }, period)

export const emptyReport = (period: Period) => compose(nothing, period)

/** The first partial report of the demo, as rules see it. */
export const demoDraft = (changes: Partial<ProposalSource> = {}): ProposalSource => ({
  report: demoReport(),
  events: [],
  closedDays: closedDaysIn(calendar, demoPeriod),
  afterThemes: sharesOf(
    after,
    after.reduce((sum, { requests }) => sum + requests, 0),
  ),
  helpLevels: [],
  unfinished: 0,
  walkedAlong: { requests: 0, minutes: 0 },
  earlier: {
    previous: emptyReport(previousPeriod(demoPeriod)),
    yearBefore: emptyReport(yearBefore(demoPeriod)),
  },
  project: demoProject,
  isSensitive: (_, code) => code === 'no_legal_stay',
  ...changes,
})
