import type { ReportPages } from '../../../contract/report-pages.ts'
import type { ChapterPlace } from './chapter-place.ts'

/** A chapter of the report as the list beside its pages has it. */
export interface ListedChapter {
  readonly code: string
  readonly title: string
  /** Where it begins on the pages that are shown; undefined where they do not hold it. */
  readonly place: ChapterPlace | undefined
  /** The coordinator has it; who reads these pages does not. */
  readonly isGone: boolean
  /** How many of its numbers these readers may not see. */
  readonly hidden: number
}

/** Every chapter of the coordinator's report beside what an audience sees of it. */
export function listChapters(whole: ReportPages, seen: ReportPages): ListedChapter[] {
  const added = seen.chapters.filter(({ code }) => whole.chapters.every((chapter) => chapter.code !== code))
  return [...whole.chapters, ...added]
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ code, title }) => {
      const place = seen.chapters.find((chapter) => chapter.code === code)
      return { code, title, place, isGone: place === undefined, hidden: place?.hidden ?? 0 }
    })
}

const placeOf = ({ page, top }: ChapterPlace): number => page + top
