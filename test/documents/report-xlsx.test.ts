import { readXlsx } from 'hucre/xlsx'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { localDate } from '../../src/domain/local-date.ts'
import { hasLibreOffice, printWithLibreOffice } from './libreoffice.ts'
import { openPackage } from './office-package.ts'
import { boldDesk } from './oostdijk-report.ts'
import { fileOf, oostdijkForEverybody } from './report-source.ts'

const withoutEmptyEnd = (row: readonly unknown[]) =>
  row.slice(0, row.findLastIndex((cell) => cell !== null && cell !== undefined) + 1)

const sheetsOf = async (...asked: Parameters<typeof fileOf>) => {
  const { sheets } = await readXlsx(await fileOf(...asked))
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows
  /** From its headings to its last row. */
  const tableIn = (name: string, heading: string) => {
    const rows = rowsOf(name) ?? []
    const from = rows.findIndex(([first, second]) => first === heading && second)
    const length = rows.slice(from).findIndex(([, second]) => second === null || second === undefined)
    return rows.slice(from, length === -1 ? undefined : from + length).map(withoutEmptyEnd)
  }
  return { names: sheets.map(({ name }) => name), rowsOf, tableIn }
}

afterEach(() => vi.useRealTimers())

describe('the report of Oostdijk as a workbook', () => {
  test('has what it is about, a sheet for each chapter, and what words mean', async () => {
    const { names, rowsOf } = await sheetsOf('xlsx')
    expect(names).toEqual([
      ...['Overzicht', '4 Hulpvragen', '5 Wie bereiken we, en wie niet', '6 Wat doen toeleiders'],
      ...['13 Bijlagen', 'Begrippen'],
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
    const { tableIn } = await sheetsOf('xlsx')
    expect(tableIn('5 Wie bereiken we, en wie niet', 'Voor wie?')).toEqual([
      ['Voor wie?', 'Hulpvragen', 'Aandeel'],
      ['vrouw', 701, 0.57],
      ['man', 480, 0.39],
      ['niet gevraagd', 51, 0.04],
      ['groep', 3, 0],
    ])
    const requests = (heading: string) => tableIn('4 Hulpvragen', heading)
    expect(requests('Maand')[1]).toEqual(['december 2023', 412, 21, 19.6])
    expect(requests('Thema').slice(0, 3)).toEqual([
      ['Thema', 'Deelthema', 'Hulpvragen', 'Aandeel'],
      ['Wonen', 'hele thema', 721, 0.58],
      ['Wonen', 'sociale huur, wachtlijst', 21, 0.02],
    ])
    expect(tableIn('5 Wie bereiken we, en wie niet', 'Nationaliteit')[1]).toEqual([
      'Marokko',
      178,
      0.15,
      0.14,
    ])
    expect(requests('Loket')[2]).toEqual([boldDesk, 235, 0.19])
  })

  test('has the figures of a chapter below each other, each under its heading and with its base', async () => {
    const { rowsOf } = await sheetsOf('xlsx')
    const rows = rowsOf('6 Wat doen toeleiders') ?? []
    const firsts = rows.map(([first]) => first)
    expect(firsts[0]).toBe('6 Wat doen toeleiders')
    const [actions, whoDidIt] = [firsts.indexOf('Wat deden de toeleiders'), firsts.indexOf('Wie deed het')]
    expect(actions).toBe(2)
    expect(firsts[actions + 1]).toMatch(/^Het vaakst genoteerd/)
    expect(firsts[whoDidIt - 1] ?? '').toBe('')
    expect(firsts[whoDidIt - 2]).toMatch(/^Eenheid: hulpvragen. Basis: 1.235 hulpvragen/)
  })

  test('has the tables of the annexes, their numbers as numbers', async () => {
    const { tableIn } = await sheetsOf('xlsx', {
      openingDays: ['2023-12-04', '2023-12-05'].map((day) => localDate.parse(day)),
    })
    expect(tableIn('13 Bijlagen', 'Maand').slice(0, 2)).toEqual([
      ['Maand', 'Op welke dagen van de maand', 'Openingsdagen'],
      ['december 2023', '4 5', 21],
    ])
  })

  test('says a word where a number is hidden', async () => {
    const { tableIn } = await sheetsOf('xlsx', { report: oostdijkForEverybody() })
    expect(tableIn('5 Wie bereiken we, en wie niet', 'Voor wie?').at(-1)).toEqual([
      'niet gevraagd',
      'niet getoond',
      '–',
    ])
    expect(tableIn('4 Hulpvragen', 'Maand').at(-1)).toEqual(['mei 2024', 'niet getoond', 23, 'niet getoond'])
  })

  test('prints on upright pages with its chapter on each, and is opened by LibreOffice', async ({ skip }) => {
    const bytes = await fileOf('xlsx')
    const { sheets } = await readXlsx(bytes)
    for (const { pageSetup } of sheets)
      expect(pageSetup).toMatchObject({ orientation: 'portrait', fitToWidth: 1 })
    // A name of a range with a blank in it makes Excel repair the workbook.
    expect(openPackage(bytes).elementsOf('xl/workbook.xml', 'definedName')).toEqual([])
    skip(!hasLibreOffice, 'LibreOffice is not installed')
    const pdf = await getDocument({ data: Uint8Array.from(await printWithLibreOffice(bytes, 'xlsx')) })
      .promise
    const page = await (await pdf.getPage(2)).getTextContent()
    const words = page.items.flatMap((item) => ('str' in item ? [item.str] : [])).join('')
    for (const said of ['Hulpvragen in Oostdijk · 4 Hulpvragen', 'december 2023', '19,6', 'Pagina 2 van'])
      expect(words).toContain(said)
    await pdf.loadingTask.destroy()
  })

  test('has sheets of its own in French and English', async () => {
    for (const language of ['fr', 'en'] as const) {
      const { names } = await sheetsOf('xlsx', { language })
      expect([language, new Set(names).size]).toEqual([language, 6])
      for (const name of names) expect(name).not.toMatch(/[\s,:;]$/)
    }
  })

  test('is the same to the byte on another day', async () => {
    const first = await fileOf('xlsx')
    vi.setSystemTime(new Date('2031-05-06T07:08:09Z'))
    expect(Buffer.compare(first, await fileOf('xlsx'))).toBe(0)
  })
})
