import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodeListItem } from '../../src/domain/code-list/code-list.ts'
import { defaultCodeLists } from '../../src/domain/code-list/code-list-default.ts'
import { refuseTakenName, withFormerNames } from '../../src/domain/code-list/code-name.ts'
import { inListOrder, moveCode, refuseOrder } from '../../src/domain/code-list/code-order.ts'
import { codeText, proposeCode, refuseCode } from '../../src/domain/code-list/code-proposal.ts'
import { codeWords, refuseWords } from '../../src/domain/code-list/code-words.ts'
import { isOffered, needOf, refuseRetirement } from '../../src/domain/code-list/needed-code.ts'
import { languageName } from '../../src/text/format.ts'

const codes = defaultCodeLists((tag, language) => languageName(language, tag))
const find = (list: string, code: string): CodeListItem => {
  const item = codes.find((other) => other.list === list && other.code === code)
  if (!item) throw new Error(`${list} ${code}`)
  return item
}
const listOf = (list: string) => codes.filter((item) => item.list === list)
const words = (nl: string, synonyms: string[] = []) => ({
  labels: { nl, fr: `${nl} (fr)`, en: `${nl} (en)` },
  definitions: {},
  synonyms,
})

describe('the lists that a city begins with', () => {
  test('are in the order of a report: every theme with its sub-themes behind it', () => {
    expect(inListOrder(codes.toReversed())).toEqual(
      [...new Set(codes.map(({ list }) => list))].sort().flatMap(listOf),
    )
  })

  test('hold codes that a city could have added, and no name for two of them', () => {
    for (const item of codes) {
      const others = listOf(item.list).filter(({ code }) => code !== item.code)
      expect([item.code, codeText.safeParse(item.code).success]).toEqual([item.code, true])
      expect([item.code, refuseTakenName(item, others, undefined)]).toEqual([item.code, undefined])
      expect(
        codeWords.safeParse({ labels: item.labels, definitions: item.definitions, synonyms: item.synonyms }),
      ).toMatchObject({ success: true })
    }
  })
})

describe('a name in Oostdijk', () => {
  const refused = (list: string, code: string, nl: string, synonyms: string[] = []) =>
    refuseTakenName({ ...find(list, code), ...words(nl, synonyms) }, listOf(list), find(list, code))?.details
      .name

  test('is not given to two codes of a list, whatever its case, accents and hyphens', () => {
    expect(refused('theme', 'work', 'WONEN')).toBe('WONEN')
    expect(refused('theme', 'work', 'BELGISCHE-nationaliteit')).toBe('BELGISCHE-nationaliteit')
    expect(refused('status', 'other', 'nieuwkomer ')).toBe('nieuwkomer ')
    expect(refused('theme', 'work', 'Werk en ondernemen')).toBeUndefined()
    expect(refused('action', 'inform', 'Wonen')).toBeUndefined()
  })

  test('is not a synonym either when an import takes it for another code', () => {
    expect(refused('who_did_it', 'done_for', 'voor de klant', ['samen'])).toBe('samen')
    expect(refused('client_kind', 'man', 'man', ['onbekend'])).toBe('onbekend')
    expect(refused('client_kind', 'man', 'man', ['weet niet'])).toBe('weet niet')
    expect(refused('client_kind', 'man', 'man', ['m', 'heer', 'kerel'])).toBeUndefined()
  })

  test('cannot bring the words of a sensitive status to one that is not', () => {
    expect(refused('status', 'other', 'andere', ['zonder papieren'])).toBe('zonder papieren')
    expect(refused('status', 'other', 'Mensen zonder wettig verblijf')).toBe('Mensen zonder wettig verblijf')
  })

  test('that a code had before stays its own for an import, until another code is called that', () => {
    const renamed = codes.map((item) => (item.code === 'housing' ? { ...item, ...words('Dak') } : item))
    const former = [{ list: 'theme', code: 'housing', name: 'Wonen' }]
    const synonyms = (items: typeof renamed) => items.find(({ code }) => code === 'housing')?.synonyms
    expect(synonyms(withFormerNames(renamed, former))).toEqual(['Wonen'])
    const taken = renamed.map((item) => (item.code === 'leisure' ? { ...item, ...words('wonen') } : item))
    expect(synonyms(withFormerNames(taken, former))).toEqual([])
  })
})

test('words with a register number, a control character or nothing are refused', () => {
  const label = { nl: 'a', fr: 'b', en: 'c' }
  const isFit = (part: object) => codeWords.safeParse({ labels: label, ...part }).success
  expect(isFit({})).toBe(true)
  expect(isFit({ labels: { ...label, fr: '  ' } })).toBe(false)
  expect(isFit({ labels: { nl: 'a', fr: 'b' } })).toBe(false)
  expect(isFit({ labels: { ...label, nl: 'x'.repeat(121) } })).toBe(false)
  for (const wrong of ['a\u0000b', 'a\nb', 'a\u202eb', '\ud800', 'a\u2028b'])
    expect([wrong, isFit({ labels: { ...label, nl: wrong } })]).toEqual([wrong, false])
  expect(isFit({ sensitive: false })).toBe(false)
  expect(isFit({ synonyms: ['قديم', 'Ингушский'] })).toBe(true)
  expect(refuseWords(words('85.07.30-033 28'))?.code).toBe('words_register_number')
  expect(refuseWords(words('Wonen 2030'))).toBeUndefined()
})

describe('a code', () => {
  test('is proposed from its Dutch label, and is then one that fits', () => {
    const propose = (label: string, parent: string | null = null, taken: string[] = []) =>
      proposeCode(label, { list: 'theme', parent }, taken)
    expect(propose('Brandweer & politie')).toBe('brandweer_politie')
    expect(propose('Één loket')).toBe('een_loket')
    expect(propose('Huur', 'housing')).toBe('housing.huur')
    expect(propose('Huur', 'housing', ['housing.huur', 'housing.huur_2'])).toBe('housing.huur_3')
    expect(propose('Order')).toBe('order_2')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(null, 'housing'), (label, parent) => {
        const code = propose(label, parent)
        expect(codeText.safeParse(code).success).toBe(true)
        expect(refuseCode({ list: 'theme', code, parent }, listOf('theme'))).toBeUndefined()
      }),
    )
  })

  test.each([
    ['theme', 'not_asked', null, 'code_invalid'],
    ['theme', 'order', null, 'code_invalid'],
    ['theme', 'housing.garden', null, 'code_invalid'],
    ['theme', 'work.garden', 'housing', 'code_invalid'],
    ['theme', 'moon.garden', 'moon', 'parent_unknown'],
    ['theme', 'housing.rent.high', 'housing.rent', 'parent_unknown'],
    ['action', 'inform.more', 'inform', 'parent_unknown'],
    ['contact_language', 'tigrinya', null, 'code_invalid'],
    ['contact_language', 'tir', null, undefined],
  ] as const)('of %s called %s under %s is refused with %s', (list, code, parent, refusal) => {
    expect(refuseCode({ list, code, parent }, listOf(list))?.code).toBe(refusal)
  })

  test('that rules of the product name is not retired, and neither is the last one', () => {
    const retire = (list: string, code: string) => refuseRetirement(find(list, code), listOf(list))?.code
    expect(retire('status', 'not_asked')).toBe('code_needed_unanswered')
    expect(retire('theme', 'other')).toBe('code_needed_rest')
    expect(retire('outcome', 'no_offer')).toBe('code_needed_gap')
    expect(retire('theme', 'leisure')).toBeUndefined()
    expect(retire('status', 'no_legal_stay')).toBeUndefined()
    const left = listOf('channel').map((item) => ({ ...item, active: item.code === 'phone' }))
    expect(refuseRetirement(find('channel', 'phone'), left)?.code).toBe('code_last')
    expect(needOf(find('outcome', 'answered'))).toBeUndefined()
  })

  test('of a retired theme is no longer offered, but stays ready for the day that the theme is back', () => {
    const retired = codes.map((item) => (item.code === 'leisure' ? { ...item, active: false } : item))
    const offered = retired.filter((item) => isOffered(item, retired)).map(({ code }) => code)
    expect(offered.filter((code) => code.startsWith('leisure'))).toEqual([])
    expect(offered).toContain('housing')
  })
})

test('whatever moves follow each other, the order keeps every code once', () => {
  const before = listOf('action').map(({ code }) => code)
  const move = fc.record({
    code: fc.constantFrom(...before, 'moon'),
    step: fc.constantFrom(-1 as const, 1 as const),
  })
  fc.assert(
    fc.property(fc.array(move), (moves) => {
      const after = moves.reduce<string[]>((order, { code, step }) => moveCode(order, code, step), before)
      expect(refuseOrder(before, after)).toBeUndefined()
    }),
  )
  expect(moveCode(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(refuseOrder(['a', 'b'], ['a', 'a'])?.code).toBe('order_incomplete')
  expect(refuseOrder(['a', 'b'], ['a'])?.code).toBe('order_incomplete')
})
