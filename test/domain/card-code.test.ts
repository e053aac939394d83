import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCardCode, readCardCode, writeCardCode } from '../../src/domain/client/card-code.ts'
import { cardPictures, drawPictures } from '../../src/domain/client/card-picture.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Any card: what chance would have drawn. */
const drawn = fc.array(fc.nat({ max: 31 }), { minLength: 10, maxLength: 10 })
const codeOf = (values: readonly number[]) => {
  const left = [...values]
  return makeCardCode(() => left.shift() ?? 0)
}

test('a code carries 50 bits of chance: every draw gives another code', () => {
  const belows: number[] = []
  makeCardCode((below) => belows.push(below) * 0)
  expect(belows.reduce((bits, below) => bits + Math.log2(below), 0)).toBeGreaterThanOrEqual(50)
  fc.assert(
    fc.property(
      drawn,
      drawn,
      (one, other) => (codeOf(one) === codeOf(other)) === (one.join() === other.join()),
    ),
  )
})

test('a code reads back as itself, however it is typed, said or scanned', () => {
  fc.assert(
    fc.property(drawn, (values) => {
      const code = codeOf(values)
      for (const typed of [
        code,
        writeCardCode(code),
        ` ${writeCardCode(code).toLowerCase().replaceAll('-', ' ')} `,
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
        code.replaceAll('1', 'I').replaceAll('0', 'O'),
        `https://onthaal.example.org/oostdijk/ar/kaart#${code}`,
      ])
        expect(readCardCode(typed)).toBe(code)
    }),
  )
})

test('one wrong sign, or two that changed places, is never another card', () => {
  fc.assert(
    fc.property(
      drawn,
      fc.nat({ max: 10 }),
      fc.nat({ max: 10 }),
      fc.nat({ max: 31 }),
      (values, at, to, wrong) => {
        const code = [...codeOf(values)]
        const slipped = code.with(at, signs[wrong] ?? '')
        expect(readCardCode(slipped.join('')) === undefined).toBe(slipped.join('') !== code.join(''))
        const swapped = code.with(at, code[to] ?? '').with(to, code[at] ?? '')
        expect(readCardCode(swapped.join('')) === undefined).toBe(swapped.join('') !== code.join(''))
      },
    ),
  )
})

test('what is no code is none', () => {
  for (const typed of ['', '7KQ4', 'U'.repeat(11), '0'.repeat(12), 'https://example.org/#', '0000000000!'])
    expect(readCardCode(typed)).toBeUndefined()
})

test('three different pictures confirm a card, any of them in any place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (numbers) => {
      const left = [...numbers]
      const pictures = drawPictures((below) => (left.shift() ?? 0) % below)
      expect(new Set(pictures).size).toBe(3)
      expect(pictures.every((picture) => cardPictures.includes(picture))).toBe(true)
    }),
  )
})
