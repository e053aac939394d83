import type { StaffLanguage } from '../domain/language.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { ReportedProject } from '../domain/report/project.ts'
import type { ShownReport } from '../domain/report/shown-report.ts'
import { formatDate, formatDecimal, formatNumber } from '../text/format.ts'
import { goalsChapter, projectLines, reportKind } from './project-chapter.ts'
import type { Block, ReportDocument } from './report-document.ts'
import { type ReportChart, say } from './report-words.ts'

export interface Figures {
  readonly report: ShownReport
  readonly charts: readonly ReportChart[]
  readonly language: StaffLanguage
  /** Says on every page that the figures are not about real people. */
  readonly demo: boolean
  readonly generatedOn: LocalDate
  /** The project that it is a part of. */
  readonly project?: ReportedProject | undefined
}

/** The figures of a period as they stand, as a document: every chart with its sentence and table, and what they mean. */
export function figuresDocument({
  report,
  charts,
  language,
  demo,
  generatedOn,
  project,
}: Figures): ReportDocument {
  const words = { language }
  const from = formatDate(language, report.period.from)
  const to = formatDate(language, report.period.to)
  const city = report.city.name
  return {
    language,
    kind: reportKind(project, language),
    title: say(words, 'document.title', { city }),
    period: say(words, 'document.period', { from, to }),
    fileTitle: say(words, 'document.fileTitle', { city, from, to }),
    keyFigures: keyFigures(report, language),
    notices: [...(demo ? ['document.demo'] : []), 'document.live'].map((key) => say(words, key)),
    pageNotice: demo ? say(words, 'document.demo') : null,
    colophon: [
      ...(project ? projectLines(project, language) : []),
      say(words, 'document.generated', { date: formatDate(language, generatedOn) }),
    ],
    chapters: [
      ...(project ? goalsChapter(project, language) : []),
      ...charts.map((figure) => ({ code: figure.chart, title: figure.title, blocks: [figureBlock(figure)] })),
      { code: 'method', title: say(words, 'document.method'), blocks: [termsBlock(report, language)] },
    ],
    createdAt: Date.parse(`${generatedOn}T12:00:00Z`) / 1000,
  }
}

const keyFigures = ({ total, openingDays, perOpeningDay }: ShownReport, language: StaffLanguage) => [
  { name: say({ language }, 'heading.requests'), value: formatNumber(language, total) },
  { name: say({ language }, 'heading.openingDays'), value: formatNumber(language, openingDays) },
  { name: say({ language }, 'heading.perOpeningDay'), value: formatDecimal(language, perOpeningDay) },
]

const figureBlock = (figure: ReportChart): Block => ({ kind: 'figure', figure })

const termKeys = ['request', 'openingDay', 'average', 'share', 'nationality', 'lists'] as const

const termsBlock = ({ definitions }: ShownReport, language: StaffLanguage): Block => ({
  kind: 'terms',
  terms: termKeys.map((key) => [
    say({ language }, `document.term.${key}`),
    say({ language }, `document.meaning.${key}`, { version: definitions.version }),
  ]),
})
