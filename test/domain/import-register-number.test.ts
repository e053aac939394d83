import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasRegisterNumber, isRegisterNumber } from '../../src/domain/import/register-number.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** Numbers that nobody has, made by the rule of the royal decree; the months of a BIS number have 20 or 40 added. */
const anyNumber = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 0, max: 12 }),
    bis: fc.constantFrom(0, 20, 40),
    day: fc.integer({ min: 0, max: 31 }),
    serial: fc.integer({ min: 1, max: 998 }),
    century: fc.constantFrom('', '2'),
  })
  .map(({ year, month, bis, day, serial, century }) => {
    const nine = `${two(year)}${two(month + bis)}${two(day)}${String(serial).padStart(3, '0')}`
    return `${nine}${two(97 - (Number(century + nine) % 97))}`
  })

const grouped = (digits: string) =>
  `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}-${digits.slice(6, 9)}.${digits.slice(9)}`

describe('a national register number in a cell of Oostdijk', () => {
  test('is found wherever it stands and however it is grouped', () => {
    const words = fc.constantFrom('', 'zie ', 'dossier 12 van ', 'RR: ', 'klant (', '850 ')
    fc.assert(
      fc.property(
        anyNumber,
        words,
        fc.constantFrom('', ' bellen', ', tel. 12', ')'),
        (digits, before, after) => {
          expect(isRegisterNumber(digits)).toBe(true)
          for (const text of [digits, grouped(digits), digits.replace(/(...)/g, '$1 ')])
            expect(hasRegisterNumber(`${before}${text}${after}`)).toBe(true)
        },
      ),
    )
  })

  const sign = fc.constantFrom(...`.-/ _,:;|+~#<>"'’&@=*()[]{}→–—·•\u00a0\n😀`)
  const between = fc.string({ unit: sign, maxLength: 5 })

  test('is found whatever signs stand between its groups', () => {
    fc.assert(
      fc.property(anyNumber, fc.array(between, { minLength: 4, maxLength: 4 }), (digits, gaps) => {
        const groups = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6, 9)]
        const text = groups.map((group, place) => `${group}${gaps[place]}`).join('') + digits.slice(9)
        expect(hasRegisterNumber(text)).toBe(true)
      }),
    )
  })

  test('is not seen in figures and signs where no eleven digits in a row are one', () => {
    const figures = fc.array(fc.oneof(fc.nat({ max: 9999 }).map(String), between), { minLength: 5 })
    fc.assert(
      fc.property(figures, (parts) => {
        const digits = parts.join('').replace(/\D/g, '')
        const isOne = [...digits].some((_, place) => isRegisterNumber(digits.slice(place, place + 11)))
        expect(isOne || !hasRegisterNumber(parts.join(''))).toBe(true)
      }),
    )
  })

  test('is known by the examples of both centuries', () => {
    expect(isRegisterNumber('93051822361')).toBe(true)
    expect(isRegisterNumber('00012556777')).toBe(true)
  })

  test('is not found when its check digits are wrong', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 1, max: 96 }), (digits, error) => {
        const check = Number(digits.slice(9)) + error
        const wrong = `${digits.slice(0, 9)}${two(check > 97 ? check - 97 : check)}`
        // A number of one century may by chance be right in the other.
        fc.pre(!['', '2'].some((c) => Number(wrong.slice(9)) === 97 - (Number(c + wrong.slice(0, 9)) % 97)))
        expect(hasRegisterNumber(wrong)).toBe(false)
      }),
    )
  })

  test.each([
    ['an enterprise number', '0566.988.259'],
    ['a date and a time', '01/12/2015 08:00'],
    ['a longer row of digits', '1930518223610'],
    ['a date with the month 13', '93131822361'],
    ['digits with words between them', '930518 en 22361'],
    ['nothing', ''],
    ['telephone numbers', '0470 00 00 12 / 056 00 00 00; +32 (0)470 00 00 34'],
    ['amounts', '€ 850,00 + € 73,00 = € 923,00, dus € 12,50 per maand'],
    ['days in a row', '24/03/2026, 25/03/2026 → 26/03/2026 (9.00 - 12.30 / 13.00 - 16.30)'],
    ['hours', 'ma 9-12, 13-16; di 9-12; wo 13:30-16:30'],
    ['a bank account', 'BE68 5390 0754 7034'],
  ])('is not %s', (_, text) => {
    expect(hasRegisterNumber(text)).toBe(false)
  })
})

test.each([
  ['en dash, as word processors make it', '85.07.30–033.28'],
  ['hyphen that does not break', '85.07.30‑033.28'],
  ['underscore', '85_07_30_033_28'],
  ['spaces around a dash', '85.07.30 – 033.28'],
  ['commas', '85,07,30-033,28'],
  ['dots in the middle', '85·07·30·033·28'],
  ['bullets', '85•07•30•033•28'],
  ['colons', '85:07:30-033:28'],
  ['asterisks', '85*07*30-033*28'],
  ['brackets', '85.07.30-(033).28'],
  ['an equals sign', '850730033=28'],
  ['zero-width space', '85.07.30\u200b033.28'],
  ['soft hyphen', '850730\u00ad03328'],
  ['NUL', '850730\u000003328'],
  ['Arabic digits', '٨٥٠٧٣٠٠٣٣٢٨'],
  ['digits on keys', '8️⃣5️⃣0️⃣7️⃣3️⃣0️⃣0️⃣3️⃣3️⃣2️⃣8️⃣'],
  ['marks on its digits', '8\u03015\u0301.07.30-033.28'],
  ['letters that nobody sees', '85\u316407\u316430\u3164033\u316428'],
  ['quotes', '85’07’30’033’28'],
  ['an arrow', '85.07.30 → 033.28'],
])('a number written with %s is still found out', (_how, text) => {
  expect(hasRegisterNumber(text)).toBe(true)
})
