import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personalKindsIn } from '../../src/domain/request/personal-text.ts'

test.each([
  ['bel 0470 00 00 12', ['phone']],
  ['bel +32 470 00 00 12 na vier uur', ['phone']],
  ['056/00 00 00', ['phone']],
  ['schrijf naar iemand@example.org', ['mail']],
  ['kaart 4111 1111 1111 1111', ['account']],
  ['5555-5555-5555-4444', ['account']],
  ['rekening BE68 5390 0754 7034 van haar', ['account']],
  ['be68539007547034', ['account']],
  ['iemand@example.org of 0470000012', ['mail', 'phone']],
])('in “%s” somebody is told of %j', (text, kinds) => {
  expect(personalKindsIn(text)).toEqual(kinds)
})

test.each([
  'loket 3 is open van 9 tot 12',
  'op 12/03/2026 om 14.30',
  'kies 2, dan 4',
  'dossier 2026-118',
  'wacht @ onthaal',
  '4111 1111 1111 1112',
  '8500 Oostdijk',
])('nothing is said of “%s”', (text) => {
  expect(personalKindsIn(text)).toEqual([])
})

/** The last digit that makes a card number whole. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + Math.floor(value / 10) + (value % 10)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

test('every card number with its check digit is found, and none with another one', () => {
  const first = fc.stringMatching(/^[1-9]\d{14}$/)
  fc.assert(
    fc.property(first, fc.integer({ min: 1, max: 9 }), (digits, slip) => {
      const card = withCheckDigit(digits)
      expect(personalKindsIn(`nr ${card}.`)).toContain('account')
      const wrong = `${digits}${(Number(card.at(-1)) + slip) % 10}`
      expect(personalKindsIn(`nr ${wrong}.`)).not.toContain('account')
    }),
  )
})

test('a bank account whose check digits are wrong is none', () => {
  expect(personalKindsIn('BE68 5390 0754 7035')).not.toContain('account')
})
