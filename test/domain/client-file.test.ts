import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFile, monthsBefore, searchForm } from '../../src/domain/client/client-file.ts'
import { explanationPoints } from '../../src/domain/client/client-rule.ts'
import { CodeRegister } from '../../src/domain/visit/visit-rule.ts'

const told = { language: 'ara', languageHelp: 'guide', points: [...explanationPoints] }

test('a name is found whatever the capitals, accents and signs, and nothing less than all of it', () => {
  const form = searchForm('Fátima El-Amrani')
  for (const typed of ['fatima el amrani', ' FATIMA  EL–AMRANI ', 'Fa\u0301tima El_Amrani'])
    expect(searchForm(typed)).toBe(form)
  for (const other of ['Fatima', 'Fatima El Amran', 'El Amrani Fatima'])
    expect(searchForm(other)).not.toBe(form)
  expect(searchForm('أميرة')).toBe(searchForm('اميرة'))
  expect(searchForm('Ёлкин')).toBe(searchForm('елкин'))
})

test('another name has another form, in every script and in none', () => {
  const names = ['कमला', 'कमल', 'किमिल', 'がん', 'かん', '😀', '🦊', '❤️', '!!', '...', '👩🏽', '👩🏿']
  expect(new Set(names.map(searchForm)).size).toBe(names.length)
  for (const name of names) expect(searchForm(` ${name} `)).toBe(searchForm(name))
  expect(names.map(searchForm)).not.toContain('')
})

test('a number is found by its digits, from abroad or not', () => {
  for (const typed of [
    '0470 00 00 34',
    '0470/00.00.34',
    '+32 470 00 00 34',
    '0032 470 000 034',
    '+32 (0)470 00 00 34',
  ])
    expect([typed, searchForm(typed)]).toEqual([typed, '0470000034'])
  for (const typed of ['0033 6 12 34 56 78', '+33 6 12 34 56 78', '(+33) 6/12.34.56.78'])
    expect([typed, searchForm(typed)]).toEqual([typed, '0033612345678'])
  expect(searchForm('Amira@Mail.Example.org')).toBe('amira@mail example org')
})

test('the form of a form is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(searchForm(searchForm(text))).toBe(searchForm(text))
    }),
  )
})

describe('who somebody is', () => {
  const codes = new CodeRegister([
    { list: 'language_help', code: 'guide', parent: null },
    { list: 'contact_language', code: 'qaa', parent: null },
  ])
  const check = (identity: object = {}, explanation: object = {}) =>
    checkFile(
      { name: 'Amira', reach: null, spoken: ['ara', 'qaa'], read: [], ...identity },
      { ...told, ...explanation },
      codes,
    )

  test('is not kept before it was explained in full', () => {
    expect(check()).toBeUndefined()
    for (const point of explanationPoints) {
      const points = told.points.filter((one) => one !== point)
      expect(check({}, { points })?.code).toBe('explanation_incomplete')
    }
  })

  test('is kept without a national register number', () => {
    expect(check({ name: 'Amira 85073003328' })?.details.field).toBe('name')
    expect(check({ reach: '85.07.30-033.28' })?.details.field).toBe('reach')
  })

  test.each([
    ['explanation.languageHelp', {}, { languageHelp: '85.07.30-033.28' }],
    ['explanation.languageHelp', {}, { languageHelp: 'ara' }],
    ['explanation.language', {}, { language: 'zzz' }],
    ['spoken', { spoken: ['ara', 'zzz'] }, {}],
    ['read', { read: ['zzz'] }, {}],
  ])('says in %s nothing but what the lists know', (field, identity, explanation) => {
    expect(check(identity, explanation)).toMatchObject({ code: 'code_unknown', details: { field } })
  })
})

test('a year ago is the same day, a year ago', () => {
  expect(monthsBefore(new Date('2027-11-25T09:42:00Z'), 12)).toEqual(new Date('2026-11-25T09:42:00Z'))
})
