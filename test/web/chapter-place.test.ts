import { describe, expect, test } from 'vitest'
import { chapterAt, chaptersOn } from '../../src/web/pages/report-making/chapter-place.ts'
import { listChapters } from '../../src/web/pages/report-making/listed-chapter.ts'

const chapter = (code: string, page: number, top: number, hidden = 0) => ({
  ...{ code, page, top, hidden },
  title: `Hoofdstuk ${code}`,
  charts: [],
})
const chapters = [chapter('months', 2, 0.09), chapter('themes', 2, 0.6), chapter('method', 4, 0.3)]
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code)

describe('a place on a page', () => {
  test.each([
    [1, 0.9, undefined],
    [2, 0.05, undefined],
    [2, 0.09, 'months'],
    [2, 0.59, 'months'],
    [2, 0.6, 'themes'],
    [3, 0.1, 'themes'],
    [4, 0.2, 'themes'],
    [9, 0, 'method'],
  ])('page %d, %d from its top, is in %s', (page, top, code) => {
    expect(chapterAt(chapters, { page, top })?.code).toBe(code)
  })
})

test.each([
  [1, []],
  [2, ['months', 'themes']],
  [3, ['themes']],
  [4, ['themes', 'method']],
])('page %d holds what goes on and what begins on it', (page, held) => {
  expect(codes(chaptersOn(chapters, page))).toEqual(held)
})

test('the list says what an audience does not see, in the order of the report', () => {
  const size = { width: 595, height: 842, pages: [] }
  const seen = [chapter('months', 2, 0.09), chapter('openingDays', 3, 0.5), chapter('method', 3, 0.7, 4)]
  const listed = listChapters({ ...size, chapters }, { ...size, chapters: seen })
  expect(listed.map(({ code, isGone, hidden }) => [code, isGone, hidden])).toEqual([
    ['months', false, 0],
    ['themes', true, 0],
    ['openingDays', false, 0],
    ['method', false, 4],
  ])
})
