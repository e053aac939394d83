import { expect, test } from 'vitest'
import { isUntouched, newVisit, nextVisit } from '../../src/web/pages/desk/visit-draft.ts'

let made = 0
const makeId = () => String(made++)

test('a visit of which nothing is known but the family is kept like any that was begun', () => {
  const last = newVisit('desk', makeId)
  const next = nextVisit(last, makeId, 'household')
  expect(next.householdVisitId).toBe(last.id)
  expect(isUntouched(next)).toBe(false)
  expect(isUntouched({ ...next, householdVisitId: null })).toBe(true)
})
