import { expect, test } from 'vitest'
import { dueGroupOf } from '../../src/domain/follow-up/due.ts'
import { localDate } from '../../src/domain/local-date.ts'

test.for([
  ['2026-11-28', 'overdue'],
  ['2026-11-29', 'today'],
  ['2026-11-30', 'week'],
  ['2026-12-06', 'week'],
  ['2026-12-07', 'later'],
] as const)('on a Sunday what is due on %s stands under %s', ([dueOn, group]) => {
  expect(dueGroupOf(localDate.parse(dueOn), localDate.parse('2026-11-29'))).toBe(group)
})
