import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalityReportChart } from '../../src/documents/chart/nationality-report-chart.ts'
import { reportCharts } from '../../src/documents/chart/report-chart.ts'
import type { ReportChart } from '../../src/documents/report-words.ts'
import { localDate, monthOf } from '../../src/domain/local-date.ts'
import type { Count } from '../../src/domain/report/half-year-report.ts'
import type { ShownReport } from '../../src/domain/report/shown-report.ts'
import { hideSmall } from '../../src/domain/report/suppression/public-report.ts'
import { boldDesk, oostdijkReport, wordsIn } from './oostdijk-report.ts'

/** As a reader sees it: a space that may not break is a space. */
const seen = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

async function chartsOf(report: ShownReport = oostdijkReport(), language: 'nl' | 'fr' | 'en' = 'nl') {
  const charts = await reportCharts(report, wordsIn(language))
  return (name: string): ReportChart => {
    const chart = charts.find(({ chart }) => chart === name)
    if (!chart) throw new Error(`no chart ${name}`)
    return chart
  }
}

const groups = [
  { country: 'GH', people: 40 },
  { country: 'MA', people: 178 },
  { country: 'TD', people: 24 },
]

const rowsOf = ({ table }: ReportChart) => table.rows.map((row) => row.map(seen))

describe('the charts of Oostdijk', () => {
  test('come in the order of the report, and a field without requests has none', async () => {
    const charts = await reportCharts(oostdijkReport(), wordsIn('nl'))
    expect(charts.map(({ chart }) => chart)).toEqual([
      'months',
      'themes',
      'languages',
      'desks',
      'outcomes',
      'clientKinds',
      'statuses',
      'nationalities',
      'origins',
      'actions',
      'whoDidIt',
      'unanswered',
    ])
  })

  test('say in one sentence what they show, and name the unit and the base', async () => {
    const chart = (await chartsOf())('clientKinds')
    expect(chart.title).toBe('Wie stelde de vraag')
    expect(seen(chart.sentence)).toBe(
      'Vrouwen stelden 57 % van de 1.235 hulpvragen. Zonder antwoord: 51 (4 %).',
    )
    expect(chart.unit).toBe('hulpvragen')
    expect(chart.base).toBe('1.235 hulpvragen in de periode')
  })

  test('do not say that families asked where the theme is called family', async () => {
    const themes = [{ theme: 'family', subTheme: null, requests: 1_235 }]
    const clientKinds = [{ code: 'family', requests: 1_235 }]
    const chart = await chartsOf(oostdijkReport({ themes, clientKinds }))
    expect(chart('clientKinds').sentence).toMatch(/^Gezinnen stelden/)
    expect(chart('themes').sentence).toMatch(/^Het vaakst genoteerd: Gezin, kinderopvang en zorg/)
  })

  test('print the months with both numbers, and a dash for the month in which no desk was open', async () => {
    const months = (await chartsOf())('months')
    expect(rowsOf(months)).toEqual([
      ['december 2023', '412', '21', '19,6'],
      ['januari 2024', '388', '23', '16,9'],
      ['februari 2024', '203', '21', '9,7'],
      ['maart 2024', '0', '0', '–'],
      ['april 2024', '231', '22', '10,5'],
      ['mei 2024', '1', '23', '0'],
    ])
    for (const printed of ['>412<', '>19,6<', '>388<', '>16,9<', '>1<']) expect(months.svg).toContain(printed)
    expect(months.sentence).toContain('Het drukst was december 2023 (19,6 per openingsdag)')
  })

  test('name every month of a year, and over ten years the years alone', async () => {
    const monthsFrom2020 = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const year = 2020 + Math.floor(index / 12)
        const month = monthOf(localDate.parse(`${year}-${String((index % 12) + 1).padStart(2, '0')}-01`))
        return { month, requests: 10 + index, openingDays: 10, perOpeningDay: 1 + index / 10 }
      })
    const labelsOver = async (count: number) => {
      const chart = (await chartsOf({ ...oostdijkReport(), months: monthsFrom2020(count) }))('months')
      expect(chart.table.rows).toHaveLength(count)
      return [...chart.svg.matchAll(/>([a-z]{3}|20\d\d)</g)].map(([, label]) => label)
    }
    const year = ['jan', '2020', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
    expect(await labelsOver(12)).toEqual(year)
    expect(await labelsOver(120)).toEqual(Array.from({ length: 10 }, (_, index) => String(2020 + index)))
  })

  test('name no busiest month where two months share that place', async () => {
    const { months } = oostdijkReport()
    const [december, january] = months
    if (!december || !january) throw new Error('the half-year has six months')
    const level = {
      ...oostdijkReport(),
      months: [december, { ...january, perOpeningDay: 19.6 }, ...months.slice(2)],
    }
    expect((await chartsOf(level))('months').sentence).toContain('per maand lag dat tussen 0 en 19,6')
  })

  test('say that nothing was noted in a half-year without requests', async () => {
    const months = (await chartsOf(oostdijkReport({ months: [] })))('months')
    expect(months.sentence).toBe('In deze periode zijn er geen hulpvragen genoteerd.')
  })

  test('do not call one answer the most frequent where two are', async () => {
    expect(seen((await chartsOf())('statuses').sentence)).toBe(
      '2 antwoorden zijn even vaak het meest genoteerd: elk 600 van 1.235 hulpvragen (49 %). Zonder antwoord: 35 (3 %).',
    )
  })

  test.each([
    [
      'nl',
      'Het vaakst genoteerd: al eerder geweest, 700 van 1.235 hulpvragen (57 %). Zonder antwoord: 135 (11 %).',
    ],
    [
      'fr',
      'Noté le plus souvent : déjà venu avant, 700 sur 1 235 demandes (57 %). Sans réponse : 135 (11 %).',
    ],
    [
      'en',
      'Noted most often: been here before, 700 of 1,235 help requests (57%). Without an answer: 135 (11%).',
    ],
  ] as const)('say in %s how many came for the first time', async (language, sentence) => {
    const firstVisits = [
      { code: 'again', requests: 700 },
      { code: 'first', requests: 400 },
      { code: 'not_asked', requests: 135 },
    ]
    const chart = await chartsOf(oostdijkReport({ firstVisits }), language)
    expect(seen(chart('firstVisits').sentence)).toBe(sentence)
    expect(chart('unanswered').table.rows.map(([field]) => field)).toContain(
      chart('firstVisits').table.headings[0],
    )
  })

  test.each([
    ['nl', 'Van 1 van de 2 nationaliteiten met 25 mensen of meer is er geen hulpvraag genoteerd: Ghana.'],
    ['fr', 'Pour 1 des 2 nationalités de 25 personnes ou plus, aucune demande n’a été notée : Ghana.'],
    ['en', 'From 1 of the 2 nationalities with 25 people or more no request was noted: Ghana.'],
  ] as const)(
    'say in %s which groups of the municipality nobody came from, and that requests are no persons',
    async (language, sentence) => {
      const report = oostdijkReport(
        {},
        { countedOn: localDate.parse('2024-01-01'), source: 'register', groups },
      )
      const chart = (await chartsOf(report, language))('population')
      expect(seen(chart.sentence)).toBe(sentence)
      expect(chart.notes).toHaveLength(2)
      expect(rowsOf(chart).map(([, people, , requests]) => [people, requests])).toEqual([
        ['178', '178'],
        ['40', '0'],
        ['24', '0'],
      ])
    },
  )

  test('name for everybody only the nationalities that may be named', async () => {
    const report = oostdijkReport(
      {},
      { countedOn: localDate.parse('2024-01-01'), source: 'register', groups },
    )
    const shown = hideSmall(report, { months: [], hidden: {} })
    const [chart] = (await reportCharts(shown, wordsIn('nl'))).filter(({ chart }) => chart === 'population')
    expect(chart?.sentence).toBe(
      'Nationaliteiten in de bevolkingscijfers: 3. Met een naam in dit rapport, vanaf 10 hulpvragen: 1.',
    )
    expect(chart?.table.rows[1]).toEqual(['Ghana', '40', '17\u00a0%', 'niet genoemd', '–'])
    expect(chart?.notes.at(-1)).toBe('Niet genoemd: minder dan 10 hulpvragen, of geen.')
  })

  test('say so where nobody was asked', async () => {
    expect((await chartsOf())('origins').sentence).toBe(
      'Hierover is bij geen enkele van de hulpvragen een antwoord genoteerd (1.235 hulpvragen).',
    )
  })

  test('print "< 1 %" where something was counted that rounds to nothing', async () => {
    expect(rowsOf((await chartsOf())('outcomes')).at(-1)).toEqual([
      'geen aanbod gevonden (hiaat)',
      '2',
      '< 1 %',
    ])
  })

  test('put the sub-themes below their theme', async () => {
    const themes = (await chartsOf())('themes')
    expect(themes.table.headings).toEqual(['Thema', 'Deelthema', 'Hulpvragen', 'Aandeel'])
    expect(rowsOf(themes).slice(0, 2)).toEqual([
      ['Wonen', 'hele thema', '721', '58 %'],
      ['Wonen', 'sociale huur, wachtlijst', '21', '2 %'],
    ])
  })

  test('give the top ten on both bases and add up the rest, so that the column makes the total', async () => {
    const nationalities = (await chartsOf())('nationalities')
    expect(nationalities.base).toContain('1.150 hulpvragen')
    expect(rowsOf(nationalities)[0]).toEqual(['Marokko', '178', '15 %', '14 %'])
    expect(rowsOf(nationalities).slice(-2)).toEqual([
      ['andere (2 landen)', '62', '–', '5 %'],
      ['geen nationaliteit genoteerd', '23', '–', '2 %'],
    ])
  })

  test('whatever was noted, the column of nationalities adds up to all requests', () => {
    const noted = fc.uniqueArray(
      fc.record({ code: fc.stringMatching(/^[A-Z]{2}$/), requests: fc.nat(300) }),
      {
        selector: ({ code }: Count) => code,
        minLength: 1,
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(noted, fc.nat(50), (nationalities, unknown) => {
        const total = nationalities.reduce((sum, { requests }) => sum + requests, unknown)
        fc.pre(total > unknown)
        const [first] = oostdijkReport().months
        if (!first) throw new Error('the half-year has six months')
        const report = oostdijkReport({
          months: [{ month: first.month, requests: total }],
          nationalities: [...nationalities, { code: 'unknown', requests: unknown }],
        })
        const rows = nationalityReportChart(report, wordsIn('en'))?.table.rows ?? []
        expect(rows.reduce((sum, [, requests = '']) => sum + Number(requests.replace(',', '')), 0)).toBe(
          total,
        )
      }),
      { numRuns: 25 },
    )
  })

  test('show the first seventeen desks and add up the rest; the table has every desk', async () => {
    const desks = Array.from({ length: 30 }, (_, index) => ({
      code: `Loket ${index}`,
      requests: 100 - index,
    }))
    const chart = (await chartsOf(oostdijkReport({ desks })))('desks')
    expect(chart.svg.match(/>Loket \d+</g)).toHaveLength(17)
    expect(chart.svg).toContain('>overige (13)<')
    expect(chart.table.rows).toHaveLength(30)
  })
})

describe('the picture', () => {
  const readable = /^<svg [^>]*role="img" aria-label="[^"]+"><title>[^<]+<\/title>/

  test('carries nothing that a strict page refuses, no id that another picture may have, and its own name', async () => {
    for (const { svg, title } of await reportCharts(oostdijkReport(), wordsIn('fr'))) {
      expect(svg).not.toMatch(
        /\s(style|class|id|on\w+|href|xlink:href|clip-path)=|<style|<script|<image|url\(/,
      )
      expect(svg).toMatch(readable)
      expect(svg).toContain(`<title>${title}`)
    }
  })

  test('prints the name of a desk as it is, whatever stands in it', async () => {
    const { svg, table } = (await chartsOf())('desks')
    expect(svg).not.toContain('<b>')
    expect(svg).toContain('&lt;b&gt;')
    expect(table.rows[1]?.[0]).toBe(boldDesk)
  })

  test('is the same for the same figures', async () => {
    const [first, second] = [await chartsOf(), await chartsOf()]
    expect(first('months').svg).toBe(second('months').svg)
  })
})

test('everybody reads of no nationality of a few people, and that such are left out', async () => {
  const counted = (people: number) =>
    oostdijkReport(undefined, {
      ...{ countedOn: localDate.parse('2024-01-01'), source: 'register' },
      groups: [
        { country: 'GH', people: 40 },
        { country: 'MA', people },
      ],
    })
  const shownOf = async (people: number) =>
    (await chartsOf(hideSmall(counted(people), { months: [], hidden: {} })))('population')
  const leftOut = 'Nationaliteiten met 1 tot 4 mensen in de gemeente staan hier niet.'
  expect(rowsOf(await shownOf(5)).map(([name]) => name)).toEqual(['Ghana', 'Marokko'])
  expect((await shownOf(5)).notes).not.toContain(leftOut)
  const few = await shownOf(4)
  expect(rowsOf(few).map(([name]) => name)).toEqual(['Ghana'])
  expect(few.notes).toContain(leftOut)
  expect((await chartsOf(counted(4)))('population').notes).not.toContain(leftOut)
})

test('what happened at the desks stands under the months, and under nothing else', async () => {
  const events = [
    { from: localDate.parse('2024-03-01'), to: localDate.parse('2024-03-31'), title: 'Verbouwing' },
    { from: localDate.parse('2024-04-02'), to: localDate.parse('2024-04-02'), title: 'Infodag' },
  ]
  const charts = await reportCharts(oostdijkReport(), wordsIn('nl'), events)
  expect(charts[0]?.notes).toEqual([
    '1 maart 2024 tot en met 31 maart 2024: Verbouwing',
    '2 april 2024: Infodag',
  ])
  expect(charts.slice(1).every(({ notes }) => notes.length === 0)).toBe(true)
})

test('the report says for each field that concerns a person how often it has no answer', async () => {
  const report = oostdijkReport()
  const chart = (await reportCharts(report, wordsIn('nl'))).find((each) => each.chart === 'unanswered')
  const notAsked = report.clientKinds.find(({ code }) => code === 'not_asked')?.requests
  expect(chart?.table.rows.map(([field]) => field).toSorted()).toEqual([
    'Contacttaal',
    'Hoe kwam de vraag?',
    'Nationaliteit',
    'Statuut',
    'Voor wie?',
  ])
  expect(chart?.table.rows.find(([field]) => field === 'Voor wie?')?.[1]).toBe(String(notAsked))
})
