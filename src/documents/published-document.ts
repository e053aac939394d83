import type { StaffLanguage } from '../domain/language.ts'
import { type LocalDate, monthOf } from '../domain/local-date.ts'
import type { PublishedContent } from '../domain/report/published-report.ts'
import { countHidden } from '../domain/report/shown-report.ts'
import { nationalityNamedFrom } from '../domain/report/suppression/public-cube.ts'
import { percentBase } from '../domain/report/suppression/public-report.ts'
import { formatDate, formatMonth, formatNumber } from '../text/format.ts'
import { figuresDocument } from './figures-document.ts'
import type { Block, Chapter, ReportDocument } from './report-document.ts'
import { type ReportChart, say } from './report-words.ts'

export interface Published {
  readonly content: PublishedContent
  readonly charts: readonly ReportChart[]
  readonly language: StaffLanguage
  readonly demo: boolean
  readonly publishedOn: LocalDate
  readonly checksum: string
}

/** A report as everybody reads it: it says what is hidden and why, and on which days somebody could come in. */
export function publishedDocument({ content, publishedOn, checksum, ...figures }: Published): ReportDocument {
  const { report } = content
  const { language, demo } = figures
  const standing = { audience: 'everybody', on: publishedOn, checksum } as const
  const document = figuresDocument({ ...figures, report, standing })
  const date = formatDate(language, publishedOn)
  return {
    ...document,
    notices: [...(demo ? [say({ language }, 'document.demo')] : []), ...hidingNotices(content, language)],
    colophon: [
      say({ language }, 'document.published', { date }),
      say({ language }, 'document.checksum', { checksum }),
    ],
    chapters: document.chapters.flatMap((chapter) => withMeaning(chapter, content, language)),
  }
}

function hidingNotices({ report, keptMonths }: PublishedContent, language: StaffLanguage): string[] {
  const count = countHidden(report)
  const months = keptMonths.map((month) => formatMonth(language, month)).join(', ')
  return [
    ...(count > 0
      ? [say({ language }, count === 1 ? 'document.oneHidden' : 'document.someHidden', { count })]
      : []),
    ...(months === '' ? [] : [say({ language }, 'document.kept', { months })]),
  ]
}

/** The opening days and why a number is hidden stand at the end. */
function withMeaning(chapter: Chapter, content: PublishedContent, language: StaffLanguage): Chapter[] {
  if (chapter.code !== 'method') return [chapter]
  const openingDays: Chapter = {
    code: 'openingDays',
    title: say({ language }, 'heading.openingDays'),
    blocks: [openingDaysBlock(content, language)],
  }
  return [openingDays, { ...chapter, blocks: [...chapter.blocks, hidingBlock(language)] }]
}

function openingDaysBlock({ report, openingDays }: PublishedContent, language: StaffLanguage): Block {
  return {
    kind: 'table',
    headings: ['heading.months', 'heading.openingDays', 'document.days'].map((key) => say({ language }, key)),
    rows: report.months.map(({ month, openingDays: count }) => [
      formatMonth(language, month),
      formatNumber(language, count),
      openingDays
        .filter((day) => monthOf(day) === month)
        .map((day) => String(Number(day.slice(-2))))
        .join(' '),
    ]),
    textColumns: 3,
  }
}

const hidingBlock = (language: StaffLanguage): Block => ({
  kind: 'terms',
  terms: [
    [
      say({ language }, 'document.term.hidden'),
      say({ language }, 'document.meaning.hidden', { named: nationalityNamedFrom, base: percentBase }),
    ],
  ],
})
