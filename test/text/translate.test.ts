import { expect, test } from 'vitest'
import { everyStaffLanguage, readCatalogues, translator } from '../../src/text/translate.ts'

test('a refusal is a sentence in each staff language, with its gaps filled', () => {
  const sentences = everyStaffLanguage.map((language) =>
    translator(language)('refusal:city_unknown', { city: 'oostdijk' }),
  )
  expect(new Set(sentences).size).toBe(3)
  expect(sentences.filter((sentence) => !sentence.includes('oostdijk') || sentence.includes('{{'))).toEqual(
    [],
  )
})

test('what fills a gap is text: no markup is escaped twice, and no key or gap in it is followed', () => {
  const name = '<b>R&D</b> $t(refusal:not_found) {{city}}'
  expect(translator('nl')('refusal:city_unknown', { city: name })).toContain(name)
})

test('one language does not change another that is open', () => {
  const dutch = translator('nl')
  const before = dutch('refusal:not_found')
  expect(translator('fr')('refusal:not_found')).not.toBe(before)
  expect(dutch('refusal:not_found')).toBe(before)
})

test('a sentence that nobody wrote is a bug and throws, it never prints its key', () => {
  expect(() => translator('nl')('refusal:no_such_refusal')).toThrow('No text refusal:no_such_refusal in nl')
})

const sentencesIn = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : Object.values(Object(words)).flatMap(sentencesIn)

test('French has one form of the apostrophe', () => {
  expect(sentencesIn(readCatalogues('fr')).filter((sentence) => sentence.includes("'"))).toEqual([])
})

test.each([
  ['nl', 'getelefoneerd: 1 van 14 vragen'],
  ['fr', 'getelefoneerd\u00a0: 1 sur 14 demandes'],
  ['en', 'getelefoneerd: 1 of 14 requests'],
] as const)('what was done once of many times is well said in %s', (language, sentence) => {
  const gaps = { action: 'getelefoneerd', requests: 1, all: 14 }
  expect(translator(language)('desk:panel.action', gaps)).toBe(sentence)
})

test('French has one space before : ; ! ? and inside « », which never ends a line', () => {
  const all = sentencesIn(readCatalogues('fr'))
  expect(all.length).toBeGreaterThan(1000)
  const signs = /(?<![\u00a0\p{P}])[;!?»]|(?<![\u00a0"])[!?;:](?= |$)|«(?!\u00a0)|\u00a0[.,)]/u
  expect(all.filter((sentence) => signs.test(sentence))).toEqual([])
})
