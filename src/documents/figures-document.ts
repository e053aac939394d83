import type { StaffLanguage } from '../domain/language.ts'
import type { LocalDate, Month } from '../domain/local-date.ts'
import type { InsideFigures } from '../domain/report/inside-figures.ts'
import type { ReportedProject } from '../domain/report/project.ts'
import type { ReportAudience } from '../domain/report/report-format.ts'
import { countHidden, type ShownReport } from '../domain/report/shown-report.ts'
import { nationalityNamedFrom } from '../domain/report/suppression/public-cube.ts'
import { percentBase } from '../domain/report/suppression/public-report.ts'
import { formatDate, formatDecimal, formatMonth, formatNumber } from '../text/format.ts'
import { type AnnexSource, annexBlocks } from './chapter/annex-blocks.ts'
import type { ReportText } from './chapter/draft-passage.ts'
import { projectLines, reportKind } from './chapter/project-chapter.ts'
import { reportChapters } from './chapter/report-chapters.ts'
import type { ReportDocument } from './report-document.ts'
import { type ReportChart, say, sayRequests } from './report-words.ts'

export interface Figures
  extends Pick<AnnexSource, 'openingDays' | 'closedDays'>,
    Pick<Partial<InsideFigures>, 'unfinished'> {
  readonly report: ShownReport
  readonly charts: readonly ReportChart[]
  /** In this language, for these readers. */
  readonly texts?: readonly ReportText[] | undefined
  readonly language: StaffLanguage
  /** Says on every page that the figures are not about real people. */
  readonly demo: boolean
  readonly standing: Standing
  /** The project that it is a part of. */
  readonly project?: ReportedProject | undefined
  /** Months whose figures are those of an earlier publication. */
  readonly keptMonths?: readonly Month[] | undefined
}

/** Whose eyes figures are for, and since when they stand. */
export interface Standing {
  readonly audience: ReportAudience
  /** Figures that may still change, as they were on a day; or frozen for good, and then how to recognise them. */
  readonly on: LocalDate
  readonly checksum: string | null
}

/** A report as it is sent: title page, the chapters with their texts and figures, and the annexes. */
export function figuresDocument(figures: Figures): ReportDocument {
  const { report, charts, texts = [], language, demo, standing, project } = figures
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
    notices: [
      ...(demo ? [say(words, 'document.demo')] : []),
      ...noticesOf(figures),
      ...(texts.some(({ isUnread }) => isUnread) ? [say(words, 'document.hasUnread')] : []),
    ],
    pageNotice: demo ? say(words, 'document.demo') : null,
    colophon: project ? projectLines(project, language) : [],
    standing: sayStanding(standing, language),
    chapters: reportChapters(
      { charts, texts, project, language },
      annexBlocks({ ...figures, meanings: isWhole(standing) ? [] : [hidingMeaning(language)] }),
    ),
    createdAt: Date.parse(`${standing.on}T12:00:00Z`) / 1000,
  }
}

const isWhole = ({ audience }: Standing): boolean => audience === 'coordinator'

function noticesOf({ report, standing, keptMonths = [], unfinished = 0, language }: Figures): string[] {
  const words = { language }
  if (isWhole(standing))
    return [
      say(words, standing.checksum === null ? 'document.live' : 'document.frozen'),
      ...(unfinished > 0
        ? [say(words, 'document.unfinished', { requests: sayRequests(words, unfinished) })]
        : []),
    ]
  const count = countHidden(report)
  const months = keptMonths.map((month) => formatMonth(language, month)).join(', ')
  return [
    ...(standing.audience === 'council' ? [say(words, 'document.council')] : []),
    ...(count > 0 ? [say(words, count === 1 ? 'document.oneHidden' : 'document.someHidden', { count })] : []),
    ...(months === '' ? [] : [say(words, 'document.kept', { months })]),
  ]
}

const hidingMeaning = (language: StaffLanguage): readonly [term: string, meaning: string] => [
  say({ language }, 'document.term.hidden'),
  say({ language }, 'document.meaning.hidden', { named: nationalityNamedFrom, base: percentBase }),
]

const standingSince = {
  coordinator: 'document.frozenOn',
  council: 'document.councilOn',
  everybody: 'document.publishedOn',
} as const satisfies Record<ReportAudience, string>

function sayStanding({ audience, on, checksum }: Standing, language: StaffLanguage): string {
  const date = formatDate(language, on)
  if (checksum === null) return say({ language }, 'document.generated', { date })
  return say({ language }, standingSince[audience], { date, checksum })
}

const keyFigures = ({ total, openingDays, perOpeningDay }: ShownReport, language: StaffLanguage) => [
  { name: say({ language }, 'heading.requests'), value: formatNumber(language, total) },
  { name: say({ language }, 'heading.openingDays'), value: formatNumber(language, openingDays) },
  { name: say({ language }, 'heading.perOpeningDay'), value: formatDecimal(language, perOpeningDay) },
]
