import fc from 'fast-check'
import { expect, test } from 'vitest'
import { throwDice, weigh } from '../../src/domain/seed/dice.ts'

test('the same seed throws the same dice, another seed others', () => {
  const throws = (seed: number) => {
    const dice = throwDice(seed)
    return Array.from({ length: 20 }, () => dice.whole(1_000_000))
  }
  expect(throws(4712)).toEqual(throws(4712))
  expect(throws(4712)).not.toEqual(throws(4713))
})

test('a throw is always one of the values, and only of those that weigh something', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0 }),
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 })
        .filter((all) => all.some((w) => w > 0)),
      (seed, weights) => {
        const dice = throwDice(seed)
        const weighed = weigh(weights, (weight) => weight)
        for (let i = 0; i < 20; i++) expect(dice.weighted(weighed)).toBeGreaterThan(0)
      },
    ),
  )
})

test('over many throws the shares are those of the weights', () => {
  const dice = throwDice(1)
  const weighed = weigh(['often', 'seldom'], (value) => (value === 'often' ? 3 : 1))
  const thrown = Array.from({ length: 20_000 }, () => dice.weighted(weighed))
  expect(thrown.filter((value) => value === 'often').length / 20_000).toBeCloseTo(0.75, 1)
})
