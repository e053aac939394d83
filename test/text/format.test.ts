import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import defaults from '../../src/domain/code-list/code-lists.json' with { type: 'json' }
import { makeClock } from '../../src/domain/import/clock.ts'
import { addDays, localDate, month } from '../../src/domain/local-date.ts'
import {
  countryName,
  formatDate,
  formatDay,
  formatDecimal,
  formatList,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShortDate,
  formatShortMonth,
  languageName,
  localDateIn,
} from '../../src/text/format.ts'
import { everyStaffLanguage } from '../../src/text/translate.ts'

const space = '\u00a0'
const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((offset) => addDays(localDate.parse('1970-01-01'), offset))

describe('figures', () => {
  test('the averages of the first report read as it printed them', () => {
    const averages = [7.4, 7.2, 6.8, 4.1, 4.3, 6, 5.9, 5.6]
    expect(averages.map((value) => formatDecimal('nl', value)).join(' ')).toBe(
      '7,4 7,2 6,8 4,1 4,3 6 5,9 5,6',
    )
    expect(formatDecimal('en', 7.4)).toBe('7.4')
  })

  test('no average is a dash, an average of nothing is 0', () => {
    expect([formatDecimal('nl', null), formatDecimal('nl', 0)]).toEqual(['–', '0'])
  })

  test('thousands are marked as in Belgium, and in English as in Britain', () => {
    expect(everyStaffLanguage.map((language) => formatNumber(language, 12_345))).toEqual([
      '12.345',
      '12\u202f345',
      '12,345',
    ])
  })

  test.each([
    ['nl', 355, 41, `41${space}%`],
    ['fr', 355, 41, `41${space}%`],
    ['en', 355, 41, '41%'],
    ['nl', 2, 0, `< 1${space}%`],
    ['en', 2, 0, '< 1%'],
    ['nl', 0, 0, `0${space}%`],
    ['nl', 4, 1, `1${space}%`],
  ] as const)(
    'in %s a share of %i requests and %i percent reads "%s"',
    (language, requests, percent, words) => {
      expect(formatPercent(language, { requests, percent })).toBe(words)
    },
  )
})

describe('days', () => {
  test('are written out in the reader’s language', () => {
    const leapDay = localDate.parse('2016-02-29')
    expect(everyStaffLanguage.map((language) => formatDate(language, leapDay))).toEqual([
      '29 februari 2016',
      '29 février 2016',
      '29 February 2016',
    ])
    const firsts = ['2016-01-01', '2016-02-11', '2021-08-21'].map((date) => localDate.parse(date))
    expect(firsts.map((date) => formatDate('fr', date))).toEqual([
      '1er janvier 2016',
      '11 février 2016',
      '21 août 2021',
    ])
    expect(formatDay('fr', firsts[0] ?? leapDay)).toBe('vendredi 1er janvier 2016')
    expect(formatMoment('fr', '2021-03-01T10:01:00Z', 'Europe/Brussels')).toMatch(/^1er mars 2021 à 11[:h ]/)
    const march = month.parse('2016-03')
    expect(everyStaffLanguage.map((language) => formatMonth(language, march))).toEqual([
      'maart 2016',
      'mars 2016',
      'March 2016',
    ])
    expect(everyStaffLanguage.map((language) => formatShortMonth(language, march))).toEqual([
      'mrt',
      'mars',
      'Mar',
    ])
  })

  test('never move by being written down, day before month in every language', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...everyStaffLanguage), (date, language) => {
        expect(formatShortDate(language, date).split('/').reverse().join('-')).toBe(date)
      }),
    )
  })

  test('the day in Brussels turns at midnight there, in winter and in summer', () => {
    const inBrussels = (moment: string) => localDateIn(new Date(moment), 'Europe/Brussels')
    expect(inBrussels('2015-12-31T22:59:59Z')).toBe('2015-12-31')
    expect(inBrussels('2015-12-31T23:00:00Z')).toBe('2016-01-01')
    expect(inBrussels('2016-07-31T21:59:59Z')).toBe('2016-07-31')
    expect(inBrussels('2016-07-31T22:00:00Z')).toBe('2016-08-01')
  })

  test('the day in Brussels is the one that an import reads off the wall there', () => {
    const wall = makeClock('Europe/Brussels')
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        expect(localDateIn(moment, 'Europe/Brussels')).toBe(wall.dateAt(moment))
      }),
    )
  })
})

describe('names', () => {
  test('of countries come from CLDR, of Kosovo, stateless and no answer from us', () => {
    const names = (code: string) => everyStaffLanguage.map((language) => countryName(language, code))
    expect(names('UA')).toEqual(['Oekraïne', 'Ukraine', 'Ukraine'])
    expect(names('XK')).toEqual(['Kosovo', 'Kosovo', 'Kosovo'])
    expect(names('stateless')).toEqual(['staatloos', 'apatride', 'stateless'])
    expect(names('not_asked')).toEqual(['niet gevraagd', 'non demandé', 'not asked'])
    expect(names('Atlantis')).toEqual(['Atlantis', 'Atlantis', 'Atlantis'])
  })

  test('of the desk’s own languages exist in every staff language, those that ICU does not know too', () => {
    for (const language of everyStaffLanguage) {
      const names = defaults.languages.map(({ code }) => languageName(language, code))
      expect(names.filter((name, i) => name === defaults.languages[i]?.code)).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
    expect(languageName('nl', 'ary')).toBe('Marokkaans-Arabisch (Darija)')
    expect(languageName('fr', 'inh')).toBe('ingouche')
  })

  test('Dutch is called Nederlands, not Vlaams', () => {
    expect(languageName('nl', 'nld')).toBe('Nederlands')
  })

  test('of what is no code stay as they are, and nothing a person typed breaks a page', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...everyStaffLanguage),
        (typed, language) => {
          fc.pre(!/^([A-Z]{2}|[a-z]{2,3})$/.test(typed))
          expect([countryName(language, typed), languageName(language, typed)]).toEqual([typed, typed])
        },
      ),
      // Words that every object knows, and that once came back as functions.
      {
        examples: [
          ['toString', 'nl'],
          ['constructor', 'fr'],
          ['__proto__', 'en'],
        ],
      },
    )
  })
})

test.each(['أمينة 2', 'שרה 2', '𞤀𞤥𞤭𞤲𞤢 2'])(
  'a list keeps %s, written from right to left, apart from the words beside it',
  (name) => {
    expect(formatList('nl', [name, 'Lies'])).toBe(`\u2068${name}\u2069 en Lies`)
  },
)
