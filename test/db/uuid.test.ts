import { expect, test } from 'vitest'
import { makeUuid } from '../../src/db/uuid.ts'

test('ids sort in the order in which they were made, in one millisecond too, and no two are the same', () => {
  const made = Array.from({ length: 3000 }, () => makeUuid())
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})
