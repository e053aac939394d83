import type { ReportPages } from '../../../contract/report-pages.ts'

export type ChapterPlace = ReportPages['chapters'][number]

/** The chapter that stands at a place of a page: the last that begins above it. Undefined before the first. */
export const chapterAt = (
  chapters: readonly ChapterPlace[],
  place: { readonly page: number; readonly top: number },
): ChapterPlace | undefined =>
  chapters.findLast(({ page, top }) => page < place.page || (page === place.page && top <= place.top))

/** What a page holds: the chapter that goes on from the page before, where one does, and those that begin on it. */
export function chaptersOn(chapters: readonly ChapterPlace[], page: number): ChapterPlace[] {
  const begin = chapters.filter((chapter) => chapter.page === page)
  const before = chapterAt(chapters, { page: page - 1, top: 1 })
  // A page that a chapter opens holds nothing of the one before.
  const isOpened = begin[0] !== undefined && begin[0].top < pageHead
  return [...(before && !isOpened ? [before] : []), ...begin]
}

/** Above it stand only the lines that every page has. */
const pageHead = 0.12
