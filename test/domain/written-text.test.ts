import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closureContent } from '../../src/contract/closure.ts'
import { personName, readPerson } from '../../src/domain/people/member.ts'
import { voidReason } from '../../src/domain/request/request-fact.ts'
import { writtenText } from '../../src/domain/written-text.ts'

const name = writtenText({ most: 20 })
const reason = writtenText({ least: 10, most: 40 })

describe('the words of a person', () => {
  test.each([
    ['zero-width space', '\u200B'],
    ['word joiner', '\u2060\u2060'],
    ['byte order mark', '\uFEFF'],
    ['direction marks', '\u200E\u200F\u061C'],
    ['no-break and other spaces', ' \u00A0\u3000'],
    ['Hangul filler', '\u3164'],
    ['braille without dots', '\u2800'],
    ['an accent on nothing', '\u0301\u0301'],
    ['soft hyphens between spaces', '\u00AD \u00AD'],
  ])('that are only %s are nothing', (_what, text) => {
    expect(name.safeParse(text).success).toBe(false)
    expect(personName.safeParse(text).success).toBe(false)
    expect(readPerson({ name: text, email: 'bob@oostdijk.example.org' })).toMatchObject({
      code: 'name_empty',
    })
    expect(voidReason.safeParse(text.repeat(5)).success).toBe(false)
  })

  test.each([
    ['half a character', 'Bob\uD83D'],
    ['a line break', 'Bob\nBcc: x'],
    ['a NUL', 'B\0ob'],
    ['a line separator', 'Bob\u2028x'],
    ['a turned direction', 'Bob \u202Egnp.exe'],
  ])('are refused with %s', (_what, text) => {
    const parsed = name.safeParse(text)
    expect(parsed.error?.issues).toMatchObject([{ params: { refusal: 'text_unreadable' } }])
  })

  test.each([
    ['  Zoë ', 'Zoë'],
    ['Zoe\u0308', 'Zoë'],
    ['\uFEFFNadia\u200B', 'Nadia'],
    ['\u200Fفاطمة\u200F', 'فاطمة'],
    // A Persian plural: the mark between keeps two letters apart.
    ['کتاب\u200Cها', 'کتاب\u200Cها'],
    ["N'Diaye-Łukasz 3", "N'Diaye-Łukasz 3"],
  ])('%j are kept as %j', (given, kept) => {
    expect(name.parse(given)).toBe(kept)
  })

  test('count as long as what can be seen', () => {
    expect(reason.safeParse('dubbel\u200B\u200B\u200B\u200Bja').error?.issues).toMatchObject([
      { params: { refusal: 'text_invisible' } },
    ])
    expect(reason.parse('  dubbel geteld  ')).toBe('dubbel geteld')
    expect(closureContent.shape.reason.safeParse('x'.repeat(201)).success).toBe(false)
  })

  test('that were taken once are taken again, and stay the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 25 }), (text) => {
        const first = name.safeParse(text)
        if (first.success) expect(name.parse(first.data)).toBe(first.data)
      }),
    )
  })

  test('of a megabyte of spaces are refused at once', () => {
    const before = performance.now()
    expect(name.safeParse(`${' '.repeat(1_000_000)}x`).data).toBe('x')
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
