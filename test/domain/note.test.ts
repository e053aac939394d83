import { expect, test } from 'vitest'
import { addMonths, localDate } from '../../src/domain/local-date.ts'

test.each([
  ['2026-11-25', 6, '2027-05-25'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-03-01', -12, '2025-03-01'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(localDate.parse(day), months)).toBe(expected)
})
