import type { ReportPages } from '../../../contract/report-pages.ts'
import type { ReportPassage } from '../../../contract/report-text.ts'
import type { ChapterPlace } from './chapter-place.ts'

/** A chapter of the report as the list beside its pages has it. */
export interface ListedChapter {
  readonly code: string
  /** Undefined where a page says it already. */
  readonly number: number | undefined
  readonly title: string
  /** How far its text is; undefined where it is made, not written. */
  readonly state: ReportPassage['state'] | undefined
  /** Where it begins on the pages that are shown; undefined where they do not hold it. */
  readonly place: ChapterPlace | undefined
  /** What others do not see of it: all of it, its text, or some of its numbers. */
  readonly isGone: boolean
  readonly lacksText: boolean
  readonly hidden: number
}

export type PassageHead = Pick<ReportPassage, 'passage' | 'chapter' | 'number' | 'title' | 'state'>

/** Every chapter: those that can still be written, and those of the pages; `seen` are the pages of the audience. */
export function listChapters(
  passages: readonly PassageHead[],
  whole: ReportPages,
  seen: ReportPages,
): ListedChapter[] {
  const written = Map.groupBy(passages, ({ chapter }) => chapter as string)
  const made = [...whole.chapters, ...seen.chapters].filter(
    ({ code }, index, all) => all.findIndex((other) => other.code === code) === index,
  )
  const isWhole = whole === seen
  const listed = (code: string, title: string, number?: number): ListedChapter => {
    const parts = written.get(code)
    const place = seen.chapters.find((chapter) => chapter.code === code)
    const isGone = !place && whole.chapters.some((chapter) => chapter.code === code)
    const withheld = seen.withheld.some(
      ({ passage }) => passage === code || parts?.some((part) => part.passage === passage),
    )
    const state = parts && stateOf(parts)
    const lacksText = !isWhole && !isGone && (withheld || state === 'proposed')
    return { code, number, title, state, place, isGone, lacksText, hidden: place?.hidden ?? 0 }
  }
  return [
    ...[...written].map(([code, [first]]) => {
      const page = made.find((chapter) => chapter.code === code)
      return page ? listed(code, page.title) : listed(code, first?.title ?? code, first?.number)
    }),
    ...made.filter(({ code }) => !written.has(code)).map(({ code, title }) => listed(code, title)),
  ]
}

/** A chapter is as far as what still has to be done in it; a passage that is to have no words asks for nothing. */
function stateOf(parts: readonly PassageHead[]): ReportPassage['state'] {
  const states = parts.map(({ state }) => state)
  if (states.includes('proposed')) return 'proposed'
  return states.includes('ready') ? 'ready' : 'empty'
}
