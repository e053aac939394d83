import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageOver, percentOf } from '../../src/domain/report/rounding.ts'

const counts = fc.nat({ max: 2_000_000 })
const days = fc.integer({ min: 1, max: 4000 })

test.each([
  [1, 8, 13],
  [1, 200, 1],
  [1, 201, 0],
  [29, 200, 15],
  [5, 1000, 1],
  [355, 866, 41],
  [2, 866, 0],
  [0, 0, 0],
])('%i of %i requests is %i percent', (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent)
})

test.each([
  [125, 17, 7.4],
  [108, 18, 6],
  [866, 148, 5.9],
  [1, 4, 0.3],
  [167, 20, 8.4],
])('%i requests over %i opening days is %d a day', (total, over, average) => {
  expect(averageOver(total, over)).toBe(average)
})

test('without an opening day there is no average', () => {
  expect(averageOver(12, 0)).toBeNull()
})

test('a percentage never lies half a percent or more below, nor more than half above, the exact share', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const [part, whole] = [Math.min(a, b), Math.max(a, b, 1)]
      const twiceError = 2 * (percentOf(part, whole) * whole - 100 * part)
      expect(twiceError > -whole && twiceError <= whole).toBe(true)
    }),
  )
})

test('an average times its days lies within half a tenth a day of the total', () => {
  fc.assert(
    fc.property(counts, days, (total, over) => {
      const tenths = Math.round((averageOver(total, over) ?? Number.NaN) * 10)
      const twiceError = 2 * (tenths * over - 10 * total)
      expect(twiceError > -over && twiceError <= over).toBe(true)
    }),
  )
})

test('an exact half rounds up, for every percent and every tenth, however large the counts', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99 }), fc.integer({ min: 1, max: 10_000 }), (below, times) => {
      const half = (2 * below + 1) * times
      expect(percentOf(half, 200 * times)).toBe(below + 1)
      expect(averageOver(half, 20 * times)).toBe((below + 1) / 10)
    }),
  )
})
