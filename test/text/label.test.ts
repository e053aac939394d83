import { expect, test } from 'vitest'
import { defaultCodeLists } from '../../src/domain/code-list/code-list-default.ts'
import { languageName } from '../../src/text/format.ts'
import { labelReader } from '../../src/text/label.ts'

const items = defaultCodeLists((tag, language) => languageName(language, tag))

test('Oostdijk reads its own word for a code, in the language asked for', () => {
  const own = items.map((item) =>
    item.list === 'client_kind' && item.code === 'family'
      ? { ...item, labels: { nl: 'huisgezin', fr: 'foyer', en: 'household' } }
      : item,
  )
  expect(labelReader(own, 'nl')('client_kind', 'family')).toBe('huisgezin')
  expect(labelReader(own, 'fr')('client_kind', 'family')).toBe('foyer')
  expect(labelReader(items, 'nl')('client_kind', 'family')).toBe('gezin')
})

test('the same code in two lists keeps the word of each', () => {
  const labels = (word: string) => ({ nl: word, fr: word, en: word })
  const labelOf = labelReader(
    [
      { list: 'status', code: 'other', labels: labels('ander statuut') },
      { list: 'outcome', code: 'other', labels: labels('ander resultaat') },
    ],
    'nl',
  )
  expect([labelOf('status', 'other'), labelOf('outcome', 'other')]).toEqual([
    'ander statuut',
    'ander resultaat',
  ])
})

test('a language outside the list and every country are named by CLDR, no answer in our words', () => {
  const labelOf = labelReader(items, 'nl')
  expect(labelOf('contact_language', 'tir')).toBe('Tigrinya')
  expect(labelOf('nationality', 'SY')).toBe('Syrië')
  expect(labelOf('status', 'not_asked')).toBe('niet gevraagd')
})

test('a code that no list knows is shown as it is, so that nothing vanishes from a report', () => {
  expect(labelReader(items, 'nl')('theme', 'left_behind')).toBe('left_behind')
})
