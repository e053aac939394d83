import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainWords, readPlainFormat } from '../../src/domain/report/chapter/plain-format.ts'

const shape = (body: string) =>
  readPlainFormat(body).map(({ kind, runs }) => [
    kind === 'words' ? 'paragraph' : kind,
    ...runs.map(({ text, bold, italic }) => `${bold ? 'b' : ''}${italic ? 'i' : ''}:${text}`),
  ])

test.each([
  [
    'Eén\nregel.\n\nTwee.',
    [
      ['paragraph', ':Eén regel.'],
      ['paragraph', ':Twee.'],
    ],
  ],
  [
    'Dit:\n- een\n- twee\nverder\n\nSlot',
    [
      ['paragraph', ':Dit:'],
      ['item', ':een'],
      ['item', ':twee verder'],
      ['paragraph', ':Slot'],
    ],
  ],
  [
    'Zij zei:\n> Hier luistert\n> *iemand*.\n\n> En hij?\n- een\n\n>5 is meer',
    [
      ['paragraph', ':Zij zei:'],
      ['quotation', ':Hier luistert ', 'i:iemand', ':.'],
      ['quotation', ':En hij?'],
      ['item', ':een'],
      ['paragraph', ':>5 is meer'],
    ],
  ],
  ['Heel **erg** druk', [['paragraph', ':Heel ', 'b:erg', ': druk']]],
  ['*Zacht* en ***beide***', [['paragraph', 'i:Zacht', ': en ', 'bi:beide']]],
  ['**vet met *schuin* erin**', [['paragraph', 'b:vet met ', 'bi:schuin', 'b: erin']]],
  ['5 * 4 * 3 is 60, en **half', [['paragraph', ':5 * 4 * 3 is 60, en **half']]],
  ['', []],
])('%j is read as people mean it', (body, read) => {
  expect(shape(body)).toEqual(read)
})

test('whatever is typed, no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '*', '-', '>', '\n', '.') }), (body) => {
      const words = (text: string) => text.replace(/[\s*•>-]/g, '')
      expect(words(readPlainFormat(body).map(plainWords).join(''))).toBe(words(body))
    }),
  )
})
