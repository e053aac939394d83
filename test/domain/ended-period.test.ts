import { describe, expect, test } from 'vitest'
import { localDate } from '../../src/domain/local-date.ts'
import { endedPeriods, openChapters, readinessOf } from '../../src/domain/report/ended-period.ts'
import { oostdijkCounts } from '../documents/oostdijk-report.ts'

const day = (text: string) => localDate.parse(text)
const project = {
  ...{ id: 'brug', name: 'De Brug', isRetired: false, from: day('2025-12-01'), to: day('2027-11-30') },
  reportingMoments: ['2026-07-31', '2026-11-30', '2027-07-31', '2027-11-30'].map(day),
}

describe('in Oostdijk', () => {
  test('a half-year is over from its next day, for a month', () => {
    const half = { from: day('2026-01-01'), to: day('2026-06-30'), partOf: null }
    expect(endedPeriods([], day('2026-06-30'))).toEqual([])
    expect(endedPeriods([], day('2026-07-01'))).toEqual([half])
    expect(endedPeriods([], day('2026-07-31'))).toEqual([half])
    expect(endedPeriods([], day('2026-08-01'))).toEqual([])
    expect(endedPeriods([], day('2027-01-01'))).toMatchObject([{ from: '2026-07-01', to: '2026-12-31' }])
  })

  test('where a project runs its partial reports are due, and no half-year', () => {
    expect(endedPeriods([project], day('2026-07-01'))).toEqual([])
    const partOf = { id: 'brug', name: 'De Brug', number: 2, of: 4 }
    expect(endedPeriods([project], day('2026-12-01'))).toEqual([
      { from: day('2026-08-01'), to: day('2026-11-30'), partOf },
    ])
    const retired = endedPeriods([{ ...project, isRetired: true }], day('2026-07-01'))
    expect(retired.map(({ partOf }) => partOf)).toEqual([null])
  })

  test('a chapter is open until its text is ready in a language, or left empty on purpose', () => {
    const all = openChapters([])
    expect(all).toContain('stories')
    const written = [
      { passage: 'one_page', state: 'proposed' },
      { passage: 'one_page', state: 'ready' },
      { passage: 'stories', state: 'empty' },
      { passage: 'outlook', state: 'proposed' },
      { passage: 'ask', state: 'ready' },
    ] as const
    expect(openChapters(written)).toEqual(all.filter((code) => code !== 'one_page' && code !== 'stories'))
  })

  test('what nobody asked is counted field by field, the most first', () => {
    const { total, notAsked } = readinessOf({
      ...oostdijkCounts,
      firstVisits: [{ code: 'not_asked', requests: 35 }],
    })
    expect(total).toBe(1235)
    expect(notAsked).toEqual([
      { field: 'origins', requests: 1235, percent: 100 },
      { field: 'clientKinds', requests: 51, percent: 4 },
      { field: 'firstVisits', requests: 35, percent: 3 },
    ])
  })
})
