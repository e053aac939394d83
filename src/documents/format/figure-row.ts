import type { InsideFigures } from '../../domain/report/inside-figures.ts'
import { type ShareField, sharesIn } from '../../domain/report/share-field.ts'
import type { ShownMonth, ShownReport, ShownShare } from '../../domain/report/shown-report.ts'
import { formatMonth } from '../../text/format.ts'
import { restOfNationalities } from '../chart/nationality-report-chart.ts'
import { shareLabel } from '../chart/share-report-chart.ts'
import { unansweredOf } from '../chart/unanswered-report-chart.ts'
import { type ReportWords, say } from '../report-words.ts'
import type { ReportSource } from './report-source.ts'

/** A line of a report as data. Counts are help requests; null is what it has not, or what its readers may not see. */
export interface FigureRow {
  /** The field of the report. */
  readonly section: string
  /** The theme of a sub-theme. */
  readonly parent: string | null
  readonly code: string
  readonly label: string
  readonly requests: number | null
  /** Whole percents of all requests; of afterThemes, of the requests of whoever is after integration. */
  readonly percent: number | null
  /** Whole percents of the requests of the nationalities that are named. */
  readonly percentOfTopTen: number | null
  /** People in the municipality, and whole percents of all of them. */
  readonly people: number | null
  readonly percentOfPeople: number | null
  readonly openingDays: number | null
  readonly perOpeningDay: number | null
  readonly hidden: boolean
}

/** What the figures of a report are read from. */
export type FigureSource = Pick<ReportSource, 'report'> & Partial<InsideFigures>

/** Every figure of a report, line by line, in the order of its charts; the whole of the period first. */
export const figureRows = ({ report, ...inside }: FigureSource, words: ReportWords): FigureRow[] => [
  wholeRow(report, words),
  ...report.months.map((month) => monthRow(month, words)),
  ...themeRows(report, words),
  ...sectionsBefore.flatMap((section) => shareRows(section, report, words)),
  ...nationalityRows(report, words),
  ...populationRows(report, words),
  ...sectionsAfter.flatMap((section) => shareRows(section, report, words)),
  ...insideRows(inside, words),
  ...unansweredOf(report).map((without) => unansweredRow(without, words)),
]

const insideRows = (
  { afterThemes = [], helpLevels = [], unfinished }: Partial<InsideFigures>,
  words: ReportWords,
): FigureRow[] => [
  ...helpLevels.flatMap(({ code: parent, levels }) =>
    levels.map(({ code, requests }) => ({
      ...nothing,
      ...{ section: 'helpLevels', parent, code, requests, label: say(words, `helpLevel.${code}`) },
    })),
  ),
  ...afterThemes.map((share) => ({ ...shareRow('themes', share, words), section: 'afterThemes' })),
  ...(unfinished === undefined
    ? []
    : [
        {
          ...nothing,
          section: 'unfinished',
          code: 'unfinished',
          label: say(words, 'heading.unfinished'),
          requests: unfinished,
        },
      ]),
]

type PlainSection = Exclude<ShareField, 'themes'>
const sectionsBefore: readonly PlainSection[] = [
  'languages',
  'desks',
  'outcomes',
  'barriers',
  'clientKinds',
  'statuses',
]
const sectionsAfter: readonly PlainSection[] = ['firstVisits', 'origins', 'actions', 'whoDidIt']

const nothing = {
  parent: null,
  percent: null,
  percentOfTopTen: null,
  people: null,
  percentOfPeople: null,
  openingDays: null,
  perOpeningDay: null,
  hidden: false,
}

const wholeRow = ({ total, openingDays, perOpeningDay }: ShownReport, words: ReportWords): FigureRow => ({
  ...nothing,
  section: 'total',
  code: 'total',
  label: say(words, 'heading.requests'),
  requests: total,
  openingDays,
  perOpeningDay,
})

const monthRow = (figures: ShownMonth, { language }: ReportWords): FigureRow => ({
  ...nothing,
  section: 'months',
  code: figures.month,
  label: formatMonth(language, figures.month),
  requests: figures.requests,
  openingDays: figures.openingDays,
  perOpeningDay: figures.perOpeningDay,
  hidden: figures.requests === null,
})

const shareRow = (section: ShareField, share: ShownShare, words: ReportWords): FigureRow => ({
  ...nothing,
  section,
  code: share.code,
  label: shareLabel(section, share.code, words),
  requests: share.requests,
  percent: share.percent,
  hidden: share.requests === null,
})

const unansweredRow = (
  { field, requests, percent }: ReturnType<typeof unansweredOf>[number],
  words: ReportWords,
): FigureRow => ({
  ...nothing,
  section: 'unanswered',
  code: field,
  label: say(words, `heading.${field}`),
  requests,
  percent,
  hidden: requests === null,
})

const shareRows = (section: PlainSection, report: ShownReport, words: ReportWords): FigureRow[] =>
  sharesIn(report, section).map((share) => shareRow(section, share, words))

const themeRows = ({ themes }: ShownReport, words: ReportWords): FigureRow[] =>
  themes.flatMap(({ subThemes, ...theme }) => [
    shareRow('themes', theme, words),
    ...subThemes.map((part) => ({ ...shareRow('themes', part, words), parent: theme.code })),
  ])

const nationalityRows = (report: ShownReport, words: ReportWords): FigureRow[] => [
  ...report.nationalities.topTen.map(({ country, requests, percentOfTopTen, percentOfAll }) => ({
    ...nothing,
    section: 'nationalities',
    code: country,
    label: words.label('nationality', country),
    requests,
    percent: percentOfAll,
    percentOfTopTen,
  })),
  ...restOfNationalities(report, words).map((rest) => ({ ...nothing, section: 'nationalities', ...rest })),
]

const populationRows = ({ population }: ShownReport, words: ReportWords): FigureRow[] =>
  (population?.groups ?? []).map(({ country, people, percentOfPeople, requests, percentOfRequests }) => ({
    ...nothing,
    section: 'population',
    code: country,
    label: words.label('nationality', country),
    ...{ people, percentOfPeople, requests, percent: percentOfRequests, hidden: requests === null },
  }))
