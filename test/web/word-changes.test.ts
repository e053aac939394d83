import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordChanges } from '../../src/web/pages/report-making/word-changes.ts'

const shown = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind])
    .join('')

test.each([
  ['Het was druk.', 'Het was erg druk.', 'Het was[+ erg] druk.'],
  ['Het was erg druk.', 'Het was druk.', 'Het was[- erg] druk.'],
  ['Het was druk.', 'Het was rustig.', 'Het was[- druk.][+ rustig.]'],
  ['Eén.\n\nTwee.', 'Eén. Twee.', 'Eén. Twee.'],
  ['', 'Nieuw', '[+Nieuw]'],
  ['Nu was het druk', 'het was druk', '[-Nu was ]het[+ was] druk'],
  ['Oud', '', '[-Oud]'],
  ['een twee drie vier', 'een drie vijf vier', 'een[- twee] drie[+ vijf] vier'],
])('from %j to %j', (before, after, marked) => expect(shown(before, after)).toBe(marked))

const text = fc.array(fc.constantFrom('een', 'twee', 'drie', '\n\n', '.')).map((words) => words.join(' '))

test('what stayed and came is the later text, what stayed and went the words of the earlier one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after)
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join('')
      const words = (of: string) => of.split(/\s+/).filter((word) => word !== '')
      expect(without('removed')).toBe(after)
      expect(words(without('added'))).toEqual(words(before))
      if (before === after) expect(changes.every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

test('two long texts are compared within the blink of an eye', () => {
  const long = (seed: number) => Array.from({ length: 1900 }, (_, at) => `w${(at * seed) % 997}`).join(' ')
  const begin = performance.now()
  expect(wordChanges(long(3), long(5)).length).toBeGreaterThan(1)
  expect(performance.now() - begin).toBeLessThan(500)
})
