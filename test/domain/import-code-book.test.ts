import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodeListItem } from '../../src/domain/code-list/code-list.ts'
import { defaultCodeLists } from '../../src/domain/code-list/code-list-default.ts'
import { makeCodeBook } from '../../src/domain/import/import-code-book.ts'
import { type CodedField, codedField, listOfField } from '../../src/domain/import/import-field.ts'
import { parseMapping } from '../../src/domain/import/import-mapping.ts'
import { accepted, codes, makeBook, names } from '../fixtures/import/oostdijk-rules.ts'

const book = makeBook()
const find = (field: CodedField, value: string) => book.find(field, value)?.codes

describe('a value in a spreadsheet from Oostdijk', () => {
  test('is certain when it is a label or synonym of the city in any language', () => {
    for (const field of codedField.options) {
      const isOfField = ({ list, parent }: CodeListItem) =>
        list === listOfField[field] && (parent !== null) === (field === 'sub_theme')
      for (const { code, labels, synonyms } of codes.filter(isOfField)) {
        for (const value of [...Object.values(labels), ...synonyms])
          expect(find(field, value), `${field} ${value}`).toEqual([code])
      }
    }
  })

  test('is certain when it is the name of a country or language in Dutch, French or English', () => {
    for (const { code, name } of names.countries) expect(find('nationality', name), name).toEqual([code])
    for (const { code, name } of names.languages) expect(find('contact_language', name), name).toEqual([code])
  })

  test.each([
    ['Oekraine', 'UA'],
    ['Guinée', 'GN'],
    ['Wit-Rusland', 'BY'],
    ['Congo (DRC)', 'CD'],
    ['Macedonië', 'MK'],
    ['Palestina', 'PS'],
    ['Ivoorkust', 'CI'],
    ['Cote d’Ivoire', 'CI'],
    ["COTE D'IVOIRE", 'CI'],
    ['Marokkaanse', 'MA'],
    ['USA', 'US'],
    ['Kosovo', 'XK'],
    ['staatloos', 'stateless'],
    ['onbekend', 'unknown'],
    ['wil niet zeggen', 'refused'],
  ])('is certain when people spell it so: %s', (value, code) => {
    expect(find('nationality', value)).toEqual([code])
  })

  test.each([
    ['Darija', 'ary'],
    ['Marokkaans', 'ary'],
    ['Arabisch', 'ara'],
    ['Farsi', 'fas'],
    ['Dari', 'prs'],
    ['Pashto', 'pus'],
    ['Vlaams', 'nld'],
    ['Tsjetsjeens', 'che'],
    ['Ingouche', 'inh'],
    ['Tigrinya', 'tir'],
    ['niet gevraagd', 'not_asked'],
  ])('is a language with a code of three letters: %s', (value, code) => {
    expect(find('contact_language', value)).toEqual([code])
  })

  test('stays what it is under any case, spaces, accents and apostrophes', () => {
    const disturb = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => ` ${text.replaceAll(' ', '\u00a0 ')}\t`,
      (text: string) => text.normalize('NFD'),
      (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text: string) => text.replaceAll('-', ' ').replaceAll('’', "'"),
      (text: string) => `\0${text}\u200e`,
    )
    fc.assert(
      fc.property(fc.constantFrom(...names.countries), disturb, ({ code, name }, change) => {
        expect(find('nationality', change(name))).toEqual([code])
      }),
      { numRuns: 500 },
    )
  })

  test('is claimed by both when it is the name of two', () => {
    expect(find('nationality', 'Congo')).toEqual(['CD', 'CG'])
    expect(find('nationality', 'Korea')).toEqual(['KP', 'KR'])
  })

  test('is unknown when nothing knows it, however near it comes', () => {
    expect(find('nationality', 'Atlantis')).toEqual([])
    expect(find('theme', 'Woonvorm')).toEqual([])
    expect(find('nationality', 'Wonen')).toEqual([])
  })

  test('of a sub-theme in the column of the themes says its theme', () => {
    const [code] = find('theme', 'Budgetmeter') ?? []
    expect(code).toBe('energy.budget_meter')
    expect(book.parentOf('energy.budget_meter')).toBe('energy')
  })

  test('never resembles a sensitive code', () => {
    expect(book.isSensitive('status', 'no_legal_stay')).toBe(true)
    expect(book.entriesOf('status').map(({ code }) => code)).not.toContain('no_legal_stay')
    expect(book.entriesOf('sub_theme').map(({ code }) => code)).not.toContain('health.urgent_medical_aid')
  })

  test('of a list that Westdijk renamed has its new name there only', () => {
    const renamed = defaultCodeLists((tag) => tag).map((item) =>
      item.code === 'housing' ? { ...item, labels: { ...item.labels, nl: 'Huis en tuin' } } : item,
    )
    expect(makeBook({}, renamed).find('theme', 'huis en tuin')?.codes).toEqual(['housing'])
    expect(find('theme', 'huis en tuin')).toEqual([])
  })
})

describe('what somebody in Oostdijk decided about values', () => {
  test('comes before everything else', () => {
    const decided = makeBook({
      nationality: { Atlantis: null, 'Congo ': 'CG', België: 'NL' },
      minutes: { poosje: 15 },
    })
    expect(decided.find('nationality', 'ATLANTIS')).toBeNull()
    expect(decided.find('nationality', 'congo')).toEqual({ codes: ['CG'] })
    expect(decided.find('nationality', 'belgie')).toEqual({ codes: ['NL'] })
    expect(decided.findMinutes('Poosje')).toBe(15)
    expect(decided.findMinutes('uur')).toBeUndefined()
  })

  test.each([
    ['mapping_invalid', { nationaliteit: { Atlantis: null } }],
    ['mapping_invalid', { nationality: ['Atlantis'] }],
    ['mapping_invalid', { minutes: { lang: 1441 } }],
    ['mapping_invalid', 'Atlantis'],
  ])('is refused with %s when it is no mapping', (code, mapping) => {
    expect(parseMapping(mapping)).toMatchObject({ refused: true, code })
  })

  test.each([
    ['nationality', { nationality: { Atlantis: 'Atlantis' } }],
    ['theme', { theme: { Huis: 'wonen' } }],
    ['minutes', { minutes: { poosje: 'vijftien' } }],
  ])('is refused when the field %s has no such code', (field, mapping) => {
    expect(makeCodeBook(codes, names, accepted(parseMapping(mapping)))).toMatchObject({
      code: 'mapping_code_unknown',
      details: { field },
    })
  })
})

test('every country of the world has a name here', () => {
  expect(new Set(names.countries.map(({ code }) => code)).size).toBe(250)
})
