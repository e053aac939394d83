import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clientLanguages, directionOf, writtenLanguage } from '../../src/domain/client-language.ts'
import { formatClientWeekday, languageNames } from '../../src/text/client-format.ts'

const folder = 'src/text/client'
const files = readdirSync(folder)
const read = (file: string): object => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))

const keysOf = (part: object, path = ''): string[] =>
  Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  )
const gapsOf = (part: object): string[] =>
  [...JSON.stringify(part).matchAll(/\{\{\w+\}\}/g)].map(([gap]) => gap).toSorted()

test.each(files)('%s says all that the Dutch text says, with the same gaps', (file) => {
  expect(keysOf(read(file))).toEqual(keysOf(read('nl.json')))
  expect(gapsOf(read(file))).toEqual(gapsOf(read('nl.json')))
})

test('whoever has no text in their language reads the nearest one', () => {
  const written = ['nl', 'ar', 'fr', 'en', 'ru'] as const
  expect(clientLanguages.map((language) => writtenLanguage(language, written))).toEqual([
    ...['nl', 'ar', 'ar', 'fr', 'en', 'ru', 'ru', 'ru'],
  ])
  expect(writtenLanguage('inh', ['nl'])).toBe('nl')
})

test('each language has its own name, its direction, and days that are not those of this machine', () => {
  expect(Object.keys(languageNames)).toEqual(expect.arrayContaining([...clientLanguages]))
  expect(clientLanguages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar', 'ary'])
  expect(clientLanguages.map((language) => formatClientWeekday(language, 1))).toEqual([
    ...['maandag', 'الاثنين', 'الاثنين', 'lundi', 'Monday', 'понедельник', 'понедельник', 'понедельник'],
  ])
})
