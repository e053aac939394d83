import { expect, test } from 'vitest'
import { fitting } from '../../src/web/fitting.ts'

test.for([
  ['bel', 3, 'bel'],
  ['bellen', 3, 'bel'],
  ['ab😀', 3, 'ab'],
  ['ab😀', 4, 'ab😀'],
  // One letter as typed, two as it is kept.
  ['क़क़', 3, 'क़\u0915'],
] as const)('of %s there is room for %i places: %s', ([typed, most, kept]) => {
  expect(fitting(typed, most)).toBe(kept)
})
