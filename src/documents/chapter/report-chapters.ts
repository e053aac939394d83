import type { StaffLanguage } from '../../domain/language.ts'
import { annexNumber, type ChapterCode, chapterCodes, chapters } from '../../domain/report/chapter/chapter.ts'
import type { Passage } from '../../domain/report/chapter/passage.ts'
import { readPlainFormat } from '../../domain/report/chapter/plain-format.ts'
import type { ReportedProject } from '../../domain/report/project.ts'
import type { Block, Chapter } from '../report-document.ts'
import { type ReportChart, say } from '../report-words.ts'
import type { ReportText } from './draft-passage.ts'
import { goalsTable } from './project-chapter.ts'

/** What the chapters of a report are made of, in one language and for one audience. */
export interface ChapterSource {
  readonly charts: readonly ReportChart[]
  readonly texts: readonly ReportText[]
  readonly project?: ReportedProject | undefined
  readonly language: StaffLanguage
}

/** The chapters that have anything to say, by their numbers: words first, then what they are about. */
export function reportChapters(source: ChapterSource, annexes: readonly Block[]): Chapter[] {
  const { language } = source
  const written = chapterCodes.map((code) => ({
    code,
    title: titleOf(chapters[code].number, code, language),
    blocks: [...textBlocks(code, source), ...ownBlocks(code, source), ...chartBlocks(code, source)],
  }))
  return [
    ...written.filter(({ blocks }) => blocks.length > 0),
    { code: 'annexes', title: titleOf(annexNumber, 'annexes', language), blocks: annexes },
  ]
}

const titleOf = (number: number, code: string, language: StaffLanguage): string =>
  say({ language }, 'chapter.numbered', { number, title: say({ language }, `chapter.${code}`) })

const textBlocks = (code: ChapterCode, { texts, language }: ChapterSource): Block[] => [
  ...textBlock(code, texts),
  ...(code === 'one_page'
    ? textBlock('ask', texts).flatMap((text) => [
        { kind: 'heading', text: say({ language }, 'chapter.ask') } as const,
        text,
      ])
    : []),
]

const textBlock = (passage: Passage, texts: readonly ReportText[]): Block[] =>
  texts
    .filter((text) => text.passage === passage)
    .map(({ body, isUnread }) => ({ kind: 'text', paragraphs: readPlainFormat(body), isUnread }))

const ownBlocks = (code: ChapterCode, { project, language }: ChapterSource): Block[] =>
  code === 'mission' && project ? goalsTable(project, language) : []

function chartBlocks(code: ChapterCode, { charts }: ChapterSource): Block[] {
  const shown: readonly string[] = chapters[code].charts
  return shown.flatMap((field) => charts.filter(({ chart }) => chart === field).flatMap(figureBlocks))
}

/** A figure under its own heading. */
export const figureBlocks = (figure: ReportChart): Block[] => [
  { kind: 'heading', text: figure.title },
  { kind: 'figure', figure },
]
