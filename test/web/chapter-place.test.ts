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

test('the list says how far each chapter is, and what an audience does not see of it', () => {
  const size = { width: 595, height: 842, pages: [], withheld: [] }
  const seen = [chapter('months', 2, 0.09), chapter('openingDays', 3, 0.5), chapter('method', 3, 0.7, 4)]
  const head = (code: 'one_page' | 'ask' | 'requests', state: 'empty' | 'proposed' | 'ready') => ({
    ...{ passage: code, chapter: code === 'ask' ? ('one_page' as const) : code, state },
    ...{ number: 1, title: code },
  })
  const heads = [head('one_page', 'ready'), head('ask', 'proposed'), head('requests', 'empty')]
  const whole = { ...size, chapters: [chapter('one_page', 1, 0.1), ...chapters] }
  const listed = listChapters(heads, whole, { ...size, chapters: [chapter('one_page', 1, 0.1), ...seen] })
  expect(
    listed.map(({ code, state, isGone, lacksText, hidden }) => [code, state, isGone, lacksText, hidden]),
  ).toEqual([
    ['one_page', 'proposed', false, true, 0],
    ['requests', 'empty', false, false, 0],
    ['months', undefined, false, false, 0],
    ['themes', undefined, true, false, 0],
    ['method', undefined, false, false, 4],
    ['openingDays', undefined, false, false, 0],
  ])
})
