import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSlips, suggestCodes } from '../../src/domain/import/import-suggestion.ts'
import { makeBook } from '../fixtures/import/oostdijk-rules.ts'

const book = makeBook()

describe('what an unknown value in Oostdijk resembles', () => {
  test.each([
    ['nationality', 'Marroko', 'MA'],
    ['nationality', 'Afgahnistan', 'AF'],
    ['theme', 'Wonnen', 'housing'],
    ['contact_language', 'Russich', 'rus'],
    ['nationality', 'Republiek Oezbekistan', 'UZ'],
    ['outcome', 'beantwoort', 'answered'],
  ] as const)('%s %s suggests %s first', (field, value, code) => {
    expect(suggestCodes(value, book.entriesOf(field))[0]).toBe(code)
  })

  test('is nothing when nothing comes near, and never more than three codes', () => {
    expect(suggestCodes('Atlantis', book.entriesOf('nationality'))).toEqual([])
    expect(suggestCodes('x'.repeat(10_000), book.entriesOf('nationality'))).toEqual([])
    expect(suggestCodes('Iran of Irak', book.entriesOf('nationality')).length).toBeLessThanOrEqual(3)
  })

  test('counts slips the same from both sides, none only between equals', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(countSlips(a, b)).toBe(countSlips(b, a))
        expect(countSlips(a, b) === 0).toBe(a === b)
        expect(countSlips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
    expect(countSlips('afgahnistan', 'afghanistan')).toBe(1)
  })
})
