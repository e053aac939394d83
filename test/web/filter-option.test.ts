import { expect, test } from 'vitest'
import { defaultCodeLists } from '../../src/domain/code-list/code-list-default.ts'
import { languageName } from '../../src/text/format.ts'
import { newId } from '../../src/web/new-id.ts'
import { codeOptions, knownFilter, worldOptions } from '../../src/web/pages/requests/filter-option.ts'
import { worldCodes } from '../../src/web/pages/requests/world-codes.ts'

const items = defaultCodeLists((tag, language) => languageName(language, tag))
const options = { ...codeOptions(items, 'nl'), ...worldOptions(worldCodes, items, 'nl') }
const desk = '0198b2a0-0000-7000-8000-000000000001'

test('no sensitive code of Oostdijk is offered in any filter, nor taken from the address', () => {
  const sensitive = items.filter((item) => item.sensitive)
  expect(sensitive.length).toBeGreaterThan(4)
  const offered = Object.values(options).flatMap((choices) => choices.map(({ id }) => id))
  for (const { code, list } of sensitive) {
    expect(offered).not.toContain(code)
    const field = list === 'status' ? 'status' : 'subTheme'
    expect(knownFilter({ [field]: code }, options)).toEqual({ filter: {}, unusable: [field] })
    // As of a code that does not exist.
    expect(knownFilter({ [field]: 'nonsense' }, options)).toEqual({ filter: {}, unusable: [field] })
    expect(knownFilter({ [field]: `${code},other`, theme: code }, options)?.filter).not.toHaveProperty(
      'theme',
    )
  }
})

test('a filter waits for the choices of the fields that it names, and for no others', () => {
  expect(knownFilter({ desk }, options)).toBeUndefined()
  expect(knownFilter({ theme: 'housing,nowhere' }, options)).toEqual({
    filter: { theme: 'housing' },
    unusable: ['theme'],
  })
  expect(knownFilter({ q: 'huur' }, {})).toEqual({ filter: { q: 'huur' }, unusable: [] })
  expect(knownFilter({ desk }, { desk: [{ id: desk, label: 'Stadhuis' }] })).toEqual({
    filter: { desk },
    unusable: [],
  })
})

test.each([
  [{ from: '2016-02-30', to: '2016-06-30' }, ['period']],
  [{ from: '2016-01-01' }, ['period']],
  [{ from: '2016-01-01', to: '2016-06-30' }, []],
  [{ theme: '"><script>', outcome: '["open"]' }, ['theme', 'outcome']],
  [{ nationality: worldCodes.countries.slice(0, 21).join(',') }, ['nationality']],
])('what of the address %j cannot be used is named: %j', (search, fields) => {
  expect(knownFilter(search, options)?.unusable).toEqual(fields)
})

test('a retired code can still be looked for, what was not asked too, and a sub-theme knows its theme', () => {
  const retired = items.map((item) => (item.code === 'leisure' ? { ...item, active: false } : item))
  expect(codeOptions(retired, 'nl').theme?.map(({ id }) => id)).toContain('leisure')
  const ids = (field: keyof typeof options) => options[field]?.map(({ id }) => id) ?? []
  expect(ids('origin')).toContain('not_asked')
  expect(ids('status').filter((id) => id === 'not_asked')).toHaveLength(1)
  expect(options.subTheme?.find(({ id }) => id.startsWith('housing.'))?.parent).toBe('housing')
})

test('countries are in the order of the language, and the languages of the desk come before the world’s', () => {
  const names = options.nationality?.map(({ label }) => label) ?? []
  expect(names.indexOf('België')).toBeLessThan(names.indexOf('Belize'))
  expect(names.indexOf('Oekraïne')).toBeLessThan(names.indexOf('Oezbekistan'))
  expect(options.nationality?.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['stateless', 'XK', 'unknown', 'refused']),
  )
  expect(options.contactLanguage?.[0]?.id).toBe('nld')
  expect(options.contactLanguage?.filter(({ id }) => id === 'rus')).toHaveLength(1)
  expect(options.contactLanguage?.map(({ id }) => id)).toContain('tir')
})

test('an id made in the browser is a UUID of version 7 that carries its moment', () => {
  const before = Date.now()
  const ids = Array.from({ length: 100 }, newId)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const moment = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
    expect(moment).toBeGreaterThanOrEqual(before)
    expect(moment).toBeLessThanOrEqual(Date.now())
  }
})
