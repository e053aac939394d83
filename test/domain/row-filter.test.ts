import { expect, test } from 'vitest'
import { deskId } from '../../src/domain/id.ts'
import type { HalfYearReport } from '../../src/domain/report/half-year-report.ts'
import { rowFilters } from '../../src/domain/report/row-filter.ts'
import { oostdijkReport } from '../documents/oostdijk-report.ts'

const report = {
  ...oostdijkReport(),
  period: { from: '2023-12-11', to: '2024-05-31' },
  themes: [
    {
      code: 'health',
      requests: 4,
      percent: 2,
      subThemes: [{ code: 'secret_care', requests: 1, percent: 1 }],
    },
  ],
  statuses: [
    { code: 'recognised_refugee', requests: 4, percent: 2 },
    { code: 'not_asked', requests: 2, percent: 1 },
    { code: 'no_legal_stay', requests: 1, percent: 1 },
  ],
  desks: [
    { code: 'Stadhuis', requests: 4, percent: 50 },
    { code: 'Wijkhuis', requests: 4, percent: 50 },
  ],
  actions: [{ code: 'explained', requests: 5, percent: 60 }],
  whoDidIt: [{ code: 'together', requests: 5, percent: 60 }],
  firstVisits: [
    { code: 'first', requests: 5, percent: 60 },
    { code: 'not_asked', requests: 3, percent: 40 },
  ],
  // because: dates as a test writes them
} as unknown as HalfYearReport
const days = { from: '2023-12-11', to: '2024-05-31' }
const town = [{ id: deskId.parse('0198b2a0-0000-7000-8000-000000000001'), name: 'Stadhuis' }]
const filters = rowFilters(report, town, (code) => ['no_legal_stay', 'secret_care'].includes(code))

test('a number of the report leads to the list, over its days', () => {
  expect(filters.statuses?.[0]).toEqual({ ...days, status: 'recognised_refugee' })
  expect(filters.themes?.[0]).toEqual({ ...days, theme: 'health' })
  expect(filters.months?.[0]).toEqual({ from: '2023-12-11', to: '2023-12-31' })
  expect(filters.actions?.[0]).toEqual({ ...days, action: 'explained' })
  expect(filters.whoDidIt?.[0]).toEqual({ ...days, whoDidIt: 'together' })
  expect(filters.firstVisits).toEqual([
    { ...days, firstVisit: 'first' },
    { ...days, firstVisit: 'not_asked' },
  ])
})

test('a desk leads to the list by what the list knows it by, and nowhere when the city has it not', () => {
  expect(filters.desks).toEqual([{ ...days, desk: town[0]?.id }, null])
})

test('a sensitive code leads nowhere, nor does the status under which the list hides it', () => {
  expect(filters.statuses?.slice(1)).toEqual([null, null])
  expect(filters.themes?.[1]).toBeNull()
  expect(JSON.stringify(filters)).not.toMatch(/no_legal_stay|secret_care/)
})
