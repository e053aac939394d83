import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { helpLevelsOf } from '../../src/domain/report/inside-figures.ts'
import { boldDesk, oostdijkReport } from './oostdijk-report.ts'
import { fileOf, oostdijkForEverybody } from './report-source.ts'

type Row = Record<string, string>

const rowsOf = async (...asked: Parameters<typeof fileOf>): Promise<Row[]> =>
  parse(await fileOf(...asked), { bom: true, delimiter: ';', columns: true })

describe('the report of Oostdijk as one long table', () => {
  test('has each figure once, with its place, its base and its own name', async () => {
    const rows = await rowsOf('csv')
    const find = (section: string, code: string) =>
      rows.filter((row) => row.section === section && row.code === code)
    expect(find('clientKinds', 'woman')).toEqual([
      {
        ...{ city: 'oostdijk', from: '2023-12-01', to: '2024-05-31', section: 'clientKinds', parent: '' },
        ...{ code: 'woman', label: 'vrouw', requests: '701', percent: '57', base: 'all_requests' },
        ...{ percent_of_top_ten: '', opening_days: '', per_opening_day: '', hidden: 'false' },
        ...{ unit: 'help_request', definitions: '2026-1', people: '', percent_of_people: '' },
      },
    ])
    expect(find('months', '2023-12')).toMatchObject([
      {
        label: 'december 2023',
        requests: '412',
        opening_days: '21',
        per_opening_day: '19,6',
        base: 'opening_days',
      },
    ])
    expect(find('themes', 'housing.social_rent')).toMatchObject([{ parent: 'housing', requests: '21' }])
    expect(find('nationalities', 'MA')).toMatchObject([{ requests: '178', percent_of_top_ten: '15' }])
    expect(find('desks', boldDesk)).toMatchObject([{ requests: '235', percent: '19' }])
    expect(new Set(rows.map(({ section, code }) => `${section} ${code}`)).size).toBe(rows.length)
  })

  test('adds up to the total where each request has one answer', async () => {
    const rows = await rowsOf('csv')
    const { total } = oostdijkReport()
    const sumOf = (section: string) =>
      rows
        .filter((row) => row.section === section && row.parent === '')
        .reduce((sum, { requests }) => sum + Number(requests), 0)
    for (const section of [
      'months',
      'themes',
      'languages',
      'desks',
      'clientKinds',
      'statuses',
      'nationalities',
    ])
      expect([section, sumOf(section)]).toEqual([section, total])
  })

  test('has the themes of whoever is after integration, with the base of their share', async () => {
    const rows = await rowsOf('csv', { afterThemes: [{ code: 'work', requests: 41, percent: 60 }] })
    expect(rows.filter(({ section }) => section === 'afterThemes')).toMatchObject([
      { code: 'work', label: 'Werk', requests: '41', percent: '60', base: 'after_integration' },
    ])
  })

  test('has who did it theme by theme, and what is still to be finished apart', async () => {
    const helpLevels = helpLevelsOf([
      { theme: 'work', whoDidIt: 'done_for', requests: 7 },
      { theme: 'work', whoDidIt: 'done_self', requests: 5 },
    ])
    const rows = await rowsOf('csv', { helpLevels, unfinished: 3 })
    expect(rows.filter(({ section }) => section === 'helpLevels')).toMatchObject([
      { parent: 'work', code: 'done_for', label: 'Overgenomen', requests: '7', base: 'theme_with_answer' },
      { parent: 'work', code: 'done_together', requests: '0' },
      { parent: 'work', code: 'done_self_supported', requests: '0' },
      { parent: 'work', code: 'done_self', requests: '5' },
    ])
    expect(rows.find(({ section }) => section === 'unfinished')).toMatchObject({ requests: '3' })
  })

  test('has the same headings and codes in every language, and other labels', async () => {
    const [dutch, french] = [await rowsOf('csv'), await rowsOf('csv', { language: 'fr' })]
    const bare = (rows: Row[]) => rows.map(({ label, ...row }) => row)
    expect(bare(french)).toEqual(bare(dutch))
    expect(french.find(({ code }) => code === 'woman')?.label).toBe('femme')
  })

  test('leaves a hidden figure empty and says that it is hidden', async () => {
    const rows = await rowsOf('csv', { report: oostdijkForEverybody() })
    expect(rows.filter(({ hidden }) => hidden === 'true').map(({ code }) => code)).toEqual([
      '2024-05',
      'no_offer',
      'group',
      'not_asked',
      'clientKinds',
    ])
    expect(rows.find(({ code }) => code === 'group')).toMatchObject({ requests: '', percent: '' })
  })
})
