import { readXlsx } from 'hucre/xlsx'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openXlsx } from '../../src/documents/sheet/xlsx-sheet.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { fileInMemory } from './file-in-memory.ts'
import { boldDesk } from './oostdijk-report.ts'
import { fileOf, oostdijkForEverybody } from './report-source.ts'

const sheetsOf = async (...asked: Parameters<typeof fileOf>) => {
  const { sheets } = await readXlsx(await fileOf(...asked))
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows
  return { names: sheets.map(({ name }) => name), rowsOf }
}

afterEach(() => vi.useRealTimers())

describe('the report of Oostdijk as a workbook', () => {
  test('has what it is about, a sheet for each figure, and what they mean', async () => {
    const { names, rowsOf } = await sheetsOf('xlsx')
    expect(names).toEqual([
      ...['Overzicht', 'Maand', 'Thema', 'Contacttaal', 'Loket', 'Resultaat', 'Voor wie', 'Statuut'],
      ...['Nationaliteit', 'Hoe kwam de vraag', 'Handeling', 'Wie deed het', 'Zonder antwoord', 'Begrippen'],
    ])
    expect(rowsOf('Overzicht')?.slice(0, 4)).toEqual([
      ['Hulpvragen in Oostdijk', '1 december 2023 tot en met 31 mei 2024'],
      ['Hulpvragen', 1235],
      ['Openingsdagen', 110],
      ['Hulpvragen per openingsdag', 11.2],
    ])
    const terms = new Map(rowsOf('Begrippen')?.map(([term, meaning]) => [term, meaning]))
    expect(terms.get('Stad')).toBe('Oostdijk')
    expect(terms.get('Versie van de keuzelijsten')).toBe('2026-1')
    expect(terms.get('Wie stelde de vraag')).toBe(
      'Eenheid: hulpvragen. Basis: 1.235 hulpvragen in de periode.',
    )
    expect(terms.get('Openingsdag')).toMatch(/^Een dag waarop minstens één loket open was/)
  })

  test('holds numbers as numbers, shares as parts of one, and texts that no spreadsheet runs', async () => {
    const { rowsOf } = await sheetsOf('xlsx')
    expect(rowsOf('Voor wie')).toEqual([
      ['Voor wie?', 'Hulpvragen', 'Aandeel'],
      ['vrouw', 701, 0.57],
      ['man', 480, 0.39],
      ['niet gevraagd', 51, 0.04],
      ['groep', 3, 0],
    ])
    expect(rowsOf('Maand')?.[1]).toEqual(['december 2023', 412, 21, 19.6])
    expect(rowsOf('Thema')?.slice(0, 3)).toEqual([
      ['Thema', 'Deelthema', 'Hulpvragen', 'Aandeel'],
      ['Wonen', 'hele thema', 721, 0.58],
      ['Wonen', 'sociale huur, wachtlijst', 21, 0.02],
    ])
    expect(rowsOf('Nationaliteit')?.[1]).toEqual(['Marokko', 178, 0.15, 0.14])
    expect(rowsOf('Loket')?.[2]).toEqual([boldDesk, 235, 0.19])
  })

  test('says a word where a number is hidden', async () => {
    const { rowsOf } = await sheetsOf('xlsx', { report: oostdijkForEverybody() })
    expect(rowsOf('Voor wie')?.at(-1)).toEqual(['niet gevraagd', 'niet getoond', '–'])
    expect(rowsOf('Maand')?.at(-1)).toEqual(['mei 2024', 'niet getoond', 23, 'niet getoond'])
  })

  test('is read by our own reader too', async () => {
    const sheet = await openXlsx(
      fileInMemory(await fileOf('xlsx')),
      (headings) => headings[0] === 'Contacttaal',
    )
    if (isRefusal(sheet)) throw new Error(sheet.code)
    const rows = await Array.fromAsync(sheet.rows())
    expect(sheet.headings).toEqual(['Contacttaal', 'Hulpvragen', 'Aandeel'])
    expect(rows[0]).toMatchObject({ cells: ['Marokkaans-Arabisch (Darija)', '900', '73%'] })
  })

  test('has sheets of its own in French and English', async () => {
    for (const language of ['fr', 'en'] as const) {
      const { names } = await sheetsOf('xlsx', { language })
      expect([language, new Set(names).size]).toEqual([language, 14])
    }
  })

  test('is the same to the byte on another day', async () => {
    const first = await fileOf('xlsx')
    vi.setSystemTime(new Date('2031-05-06T07:08:09Z'))
    expect(Buffer.compare(first, await fileOf('xlsx'))).toBe(0)
  })
})
