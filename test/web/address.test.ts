import fc from 'fast-check'
import { expect, test } from 'vitest'
import { role } from '../../src/domain/people/member.ts'
import { rightsOf } from '../../src/domain/people/right.ts'
import { filterFields } from '../../src/domain/request/request-filter.ts'
import { menuFor } from '../../src/web/menu.ts'
import { frozenFilePath, liveFilePath } from '../../src/web/pages/file-path.ts'
import { readViewSearch, writeViewSearch } from '../../src/web/pages/requests/view-search.ts'
import { readReturnPath } from '../../src/web/paths.ts'
import { readDate, readPeriodSearch, readRequestSearch } from '../../src/web/search.ts'

test('an address of the list in Oostdijk keeps its days and theme, and what is no filter at all is dropped', () => {
  expect(
    readRequestSearch({ from: '2016-01-01', to: '2016-06-30', theme: 'housing', role: 'admin' }),
  ).toEqual({
    from: '2016-01-01',
    to: '2016-06-30',
    theme: 'housing',
  })
  expect(readRequestSearch({ from: '2016-02-30', to: 20160630, theme: '' })).toEqual({
    from: '2016-02-30',
    to: '20160630',
  })
  expect(readPeriodSearch({ from: '2016-02-29' })).toEqual({ from: '2016-02-29' })
})

test('an address of the list holds several values of a field, each once, as they are written', () => {
  const desk = '0198b2a0-0000-7000-8000-000000000001'
  const read = readRequestSearch({
    desk: `${desk},everywhere`,
    guide: 'Nadia',
    theme: 'housing,work,housing,"><script>',
    subTheme: 'housing.rent',
    nationality: 'RU,MA',
    status: ['newcomer'],
    outcome: { code: 'open' },
    barrier: ',,',
    q: '  huur  ',
  })
  expect(read).toEqual({
    desk: `${desk},everywhere`,
    guide: 'Nadia',
    theme: 'housing,work,"><script>',
    subTheme: 'housing.rent',
    nationality: 'RU,MA',
    status: '["newcomer"]',
    outcome: '{"code":"open"}',
    q: 'huur',
  })
  expect(Object.keys(read)).toEqual(['from', 'to', ...filterFields, 'q'])
})

test('what somebody searches for stays what they typed, also when it reads as a number or a truth', () => {
  expect(readRequestSearch({ q: 2016 }).q).toBe('2016')
  expect(readRequestSearch({ q: true }).q).toBe('true')
  expect(readRequestSearch({ q: '   ' }).q).toBeUndefined()
  expect(readRequestSearch({ q: ['huur'] }).q).toBeUndefined()
  expect(readRequestSearch({ q: 'x'.repeat(500) }).q).toHaveLength(200)
})

test('a filter that was kept under a name reads back as the same filter', () => {
  const field = fc.constantFrom(...filterFields.slice(2))
  const code = fc.stringMatching(/^[a-z]{2,12}(\.[a-z]{2,9})?$/)
  const filter = fc
    .record({
      codes: fc.dictionary(field, fc.uniqueArray(code, { minLength: 1, maxLength: 4 })),
      q: fc.option(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), { nil: undefined }),
    })
    .map(({ codes, q }) =>
      readRequestSearch({
        ...Object.fromEntries(Object.entries(codes).map(([name, values]) => [name, values.join(',')])),
        q,
      }),
    )
  fc.assert(
    fc.property(filter, (one) => {
      expect(readViewSearch(writeViewSearch(one))).toEqual(one)
    }),
  )
  expect(
    writeViewSearch({ theme: 'housing', from: readDate('2016-01-01'), to: readDate('2016-06-30') }),
  ).toBe('from=2016-01-01&to=2016-06-30&theme=housing')
  expect(readViewSearch('theme=housing&role=admin&from=yesterday')).toEqual({
    theme: 'housing',
    from: 'yesterday',
  })
})

test('a day is read exactly when the calendar has it and it is in reach', () => {
  const days = fc.tuple(
    fc.integer({ min: 1890, max: 2210 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  )
  fc.assert(
    fc.property(days, ([year, month, day]) => {
      const written = [String(year).padStart(4, '0'), pad(month), pad(day)].join('-')
      expect(readDate(written) === written).toBe(
        year >= 1900 && year <= 2200 && day >= 1 && day <= lastDay(year, month),
      )
    }),
    { numRuns: 2000 },
  )
})

const pad = (part: number) => String(part).padStart(2, '0')

function lastDay(year: number, month: number): number {
  const leaps = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [0, 31, leaps ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0
}

test('after signing in nobody is led away from Brugwijzer', () => {
  expect(readReturnPath('/reports?from=2016-01-01&to=2016-06-30')).toBe(
    '/reports?from=2016-01-01&to=2016-06-30',
  )
  for (const elsewhere of [
    '//westdijk.example',
    '/\\westdijk.example',
    'https://westdijk.example',
    '',
    5,
    undefined,
  ])
    expect(readReturnPath(elsewhere)).toBeUndefined()
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'/\\\t\n\r@:.?#aé') }), (text) => {
      const path = readReturnPath(text)
      if (path !== undefined) expect(new URL(path, 'https://oostdijk.example').host).toBe('oostdijk.example')
    }),
  )
})

test('a file of a report is asked for in the language of the screen', () => {
  expect(liveFilePath({ from: '2015-12-01', to: '2016-07-31' }, 'fr')('pdf')).toBe(
    '/api/v1/reports/live.pdf?from=2015-12-01&to=2016-07-31&language=fr',
  )
  expect(frozenFilePath('019a', 'everybody', 'nl')('docx')).toBe(
    '/api/v1/snapshots/019a/files/docx?audience=everybody&language=nl',
  )
})

test('the menu holds what a role may open and nothing else', () => {
  const entries = Object.fromEntries(
    role.options.map((one) => [one, menuFor(rightsOf([one])).map(({ path }) => path)]),
  )
  expect(entries).toEqual({
    guide: ['/desk', '/today', '/requests', '/coaching'],
    bridge_figure: ['/desk', '/today', '/requests', '/coaching'],
    coach: ['/today', '/requests', '/coaching'],
    coordinator: ['/today', '/requests', '/reports', '/manage'],
    policy_officer: ['/reports'],
    service_desk: [],
    employer: [],
    dpo: ['/manage'],
    admin: ['/manage'],
  })
})
