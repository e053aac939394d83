import type { ClosedDay } from '../../domain/calendar/opening-day.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { type LocalDate, monthOf } from '../../domain/local-date.ts'
import type { ReportedProject } from '../../domain/report/project.ts'
import type { ShownReport } from '../../domain/report/shown-report.ts'
import { formatDay, formatMonth } from '../../text/format.ts'
import { translator } from '../../text/translate.ts'
import { type Block, dutchCells, dutchRemark } from '../report-document.ts'
import { type ReportChart, say } from '../report-words.ts'
import { partnersTable } from './project-chapter.ts'
import { figureBlocks } from './report-chapters.ts'

export interface AnnexSource {
  readonly report: ShownReport
  readonly charts: readonly ReportChart[]
  readonly language: StaffLanguage
  /** Not known of the first frozen reports, and of what the command line prints for everybody. */
  readonly openingDays?: readonly LocalDate[] | undefined
  readonly closedDays?: readonly ClosedDay[] | undefined
  readonly project?: ReportedProject | undefined
  /** Meanings that only this report needs. */
  readonly meanings?: readonly (readonly [term: string, meaning: string])[]
}

/** How it was counted, what is not known, when somebody could come in, and who worked along. */
export const annexBlocks = (source: AnnexSource): Block[] => [
  ...termsBlocks(source),
  ...source.charts.filter(({ chart }) => chart === 'unanswered').flatMap(figureBlocks),
  ...openingBlocks(source),
  ...closedBlocks(source),
  ...(source.project ? partnersTable(source.project, source.language) : []),
]

const termKeys = ['request', 'openingDay', 'average', 'share', 'nationality', 'lists', 'privacy'] as const

const termsBlocks = ({ report: { definitions }, language, meanings = [] }: AnnexSource): Block[] => [
  { kind: 'heading', text: say({ language }, 'document.method') },
  {
    kind: 'terms',
    terms: [
      ...termKeys.map(
        (key) =>
          [
            say({ language }, `document.term.${key}`),
            say({ language }, `document.meaning.${key}`, { version: definitions.version }),
          ] as const,
      ),
      ...meanings,
    ],
  },
]

function openingBlocks({ report, openingDays, language }: AnnexSource): Block[] {
  if (!openingDays) return []
  return [
    { kind: 'heading', text: say({ language }, 'heading.openingDays') },
    {
      kind: 'table',
      headings: ['heading.months', 'document.days', 'heading.openingDays'].map((key) =>
        say({ language }, key),
      ),
      rows: report.months.map(({ month, openingDays: count }) => [
        formatMonth(language, month),
        openingDays
          .filter((day) => monthOf(day) === month)
          .map((day) => String(Number(day.slice(-2))))
          .join(' '),
        count,
      ]),
      textColumns: 2,
      widest: 1,
    },
  ]
}

function closedBlocks({ closedDays = [], language }: AnnexSource): Block[] {
  if (closedDays.length === 0) return []
  const dutch = dutchCells(
    closedDays.map(({ because }) => [false, 'reason' in because]),
    language,
  )
  return [
    { kind: 'heading', text: say({ language }, 'document.closedDays') },
    ...dutchRemark(dutch, language),
    {
      kind: 'table',
      headings: ['document.day', 'document.reason'].map((key) => say({ language }, key)),
      rows: closedDays.map(({ day, because }) => [
        formatDay(language, day),
        'holiday' in because ? translator(language)(`places:holiday.${because.holiday}`) : because.reason,
      ]),
      textColumns: 2,
      ...dutch,
    },
  ]
}
