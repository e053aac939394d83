import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '../../src/domain/local-date.ts'
import { periodKinds } from '../../src/domain/report/period.ts'
import { namedPeriod, periodAround } from '../../src/web/pages/period/period-kind.ts'

const day = (text: string) => localDate.parse(text)
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1995-01-01'), days))
const anyKind = fc.constantFrom(...periodKinds)

test('the chosen period of any kind begins before its day, and holds it where the kind has no gap', () => {
  fc.assert(
    fc.property(anyKind, anyDay, (kind, around) => {
      const { from, to } = periodAround(kind, around)
      expect(from <= around).toBe(true)
      const month = Number(around.slice(5, 7))
      const isInGap = kind === 'december_july' && month >= 8 && month <= 11
      expect(around <= to).toBe(!isInGap)
    }),
  )
})

test('a period that was chosen by name is recognised by its days', () => {
  fc.assert(
    fc.property(anyKind, anyDay, (kind, around) => {
      const chosen = periodAround(kind, around)
      expect(namedPeriod({ from: chosen.from, to: chosen.to })).toEqual(chosen)
    }),
  )
})

test('any other days are nobody’s name', () => {
  expect(namedPeriod({ from: day('2016-01-02'), to: day('2016-06-30') })).toBeUndefined()
  expect(namedPeriod({ from: day('2015-12-01'), to: day('2016-07-31') })?.kind).toBe('december_july')
})
