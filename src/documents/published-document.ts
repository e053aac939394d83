import type { StaffLanguage } from '../domain/language.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { PublishedContent } from '../domain/report/published-report.ts'
import { countHidden } from '../domain/report/shown-report.ts'
import { nationalityNamedFrom } from '../domain/report/suppression/public-cube.ts'
import { percentBase } from '../domain/report/suppression/public-report.ts'
import { formatDate, formatMonth } from '../text/format.ts'
import { frozenTexts } from './chapter/draft-passage.ts'
import { figuresDocument } from './figures-document.ts'
import type { ReportDocument } from './report-document.ts'
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
  const { report, openingDays, texts = [] } = content
  const { language, demo } = figures
  const standing = { audience: 'everybody', on: publishedOn, checksum } as const
  const document = figuresDocument({
    ...{ ...figures, report, standing, openingDays, meanings: [hidingMeaning(language)] },
    texts: frozenTexts(texts, language, 'everybody'),
  })
  const date = formatDate(language, publishedOn)
  return {
    ...document,
    notices: [...(demo ? [say({ language }, 'document.demo')] : []), ...hidingNotices(content, language)],
    colophon: [
      say({ language }, 'document.published', { date }),
      say({ language }, 'document.checksum', { checksum }),
    ],
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

const hidingMeaning = (language: StaffLanguage): readonly [term: string, meaning: string] => [
  say({ language }, 'document.term.hidden'),
  say({ language }, 'document.meaning.hidden', { named: nationalityNamedFrom, base: percentBase }),
]
