import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeLookup } from '../../src/domain/import/import-lookup.ts'
import { nationalityNames } from '../../src/domain/import/import-nationality.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { absentGroups, checkCountedOn, populationFigures } from '../../src/domain/report/population.ts'
import { readPopulationList } from '../../src/domain/report/population-list.ts'
import { cldrNames } from '../../src/text/world-names.ts'

const { find } = makeLookup(nationalityNames(cldrNames()))
const read = (text: string) => readPopulationList(text, (name) => find(name).codes)
const groups = (text: string) => read(text).map(({ country, people }) => [country, people])

describe('a list of who lives in Oostdijk', () => {
  test.each([
    ['tabs, as a spreadsheet copies it', 'Nationaliteit\tAantal\nMarokko\t1.234\nSyrië\t87\n'],
    ['semicolons, as a file here', '"Nationaliteit";"Aantal"\r\n"Marokko";"1 234"\r\n"Syrische";87'],
    ['commas, with one in a number', 'Nationality,People\nMorocco,"1,234"\nSyria,87'],
  ])('is read with %s', (_, text) => {
    expect(groups(text)).toEqual([
      ['MA', 1234],
      ['SY', 87],
    ])
  })

  test('knows the names of three languages and other spellings, beside other columns', () => {
    expect(groups('Maroc;M;12\nOekraine;V;3\nKosovo;;4\nstaatloos;;5\nCongo (DRC);;6')).toEqual([
      ['MA', 12],
      ['UA', 3],
      ['XK', 4],
      ['stateless', 5],
      ['CD', 6],
    ])
  })

  test('loses no line: what is no nationality or no number comes back as it stands', () => {
    expect(read('Marokko;12\n\nAtlantis;7\nSyrië;veel\nonbekend;9\nTsjaad;1,5')).toEqual([
      { row: 1, name: 'Marokko', people: 12, country: 'MA' },
      { row: 3, name: 'Atlantis', people: 7, country: null },
      { row: 4, name: 'Syrië', people: null, country: 'SY' },
      { row: 5, name: 'onbekend', people: 9, country: null },
      { row: 6, name: 'Tsjaad', people: null, country: 'TD' },
    ])
  })

  test('whatever somebody pastes, each line that says something is one, and no number is below nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zà-ÿ0-9 ."-]{0,20}$/), { maxLength: 8 }), (lines) => {
        const found = read(lines.join('\n'))
        for (const { people } of found) expect(people === null || people >= 0).toBe(true)
        const rows = found.map(({ row }) => row)
        expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b))
      }),
    )
  })
})

const counting = {
  countedOn: localDate.parse('2016-01-01'),
  source: 'bevolkingsregister',
  groups: [
    { country: 'GH', people: 40 },
    { country: 'MA', people: 150 },
    { country: 'TD', people: 10 },
  ],
}
const nationalities = [
  { code: 'MA', requests: 30 },
  { code: 'SY', requests: 50 },
]

test('who lives in Oostdijk stands beside its requests with both bases, the largest group first', () => {
  expect(populationFigures(counting, nationalities, 120)).toEqual({
    ...{ countedOn: '2016-01-01', source: 'bevolkingsregister', people: 200 },
    groups: [
      { country: 'MA', people: 150, percentOfPeople: 75, requests: 30, percentOfRequests: 25 },
      { country: 'GH', people: 40, percentOfPeople: 20, requests: 0, percentOfRequests: 0 },
      { country: 'TD', people: 10, percentOfPeople: 5, requests: 0, percentOfRequests: 0 },
    ],
  })
})

test('only a group of some size is missed at the desk', () => {
  const { large, absent } = absentGroups(populationFigures(counting, nationalities, 120).groups)
  expect([large, absent].map((list) => list.map(({ country }) => country))).toEqual([['MA', 'GH'], ['GH']])
})

test('nobody was counted tomorrow', () => {
  const today = localDate.parse('2016-08-01')
  expect(checkCountedOn(today, today)).toBeUndefined()
  expect(checkCountedOn(localDate.parse('2016-08-02'), today)?.code).toBe('population_future')
})
