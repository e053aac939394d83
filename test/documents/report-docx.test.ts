import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { reportCharts } from '../../src/documents/chart/report-chart.ts'
import type { ReportChart } from '../../src/documents/report-words.ts'
import { hasLibreOffice, printWithLibreOffice } from './libreoffice.ts'
import { openPackage } from './office-package.ts'
import { boldDesk, oostdijkReport, wordsIn } from './oostdijk-report.ts'
import { fileOf } from './report-source.ts'

const documentPart = 'word/document.xml'

const seen = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

async function printed(bytes: Uint8Array) {
  const pdf = await getDocument({
    data: new Uint8Array(await printWithLibreOffice(bytes, 'docx')),
    verbosity: 0,
  }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent()
      return seen(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }),
  )
  await pdf.loadingTask.destroy()
  return pages
}

afterEach(() => vi.useRealTimers())

describe.each([
  ['nl', 'nl-BE', 'Hulpvragen in Oostdijk, 1 december 2023 tot en met 31 mei 2024'],
  ['fr', 'fr-BE', 'Demandes d’aide à Oostdijk, du 1er décembre 2023 au 31 mai 2024'],
  ['en', 'en-GB', 'Help requests in Oostdijk, 1 December 2023 to 31 May 2024'],
] as const)('the report of Oostdijk as a document, in %s', (language, locale, title) => {
  let file: ReturnType<typeof openPackage>
  let charts: ReportChart[]
  beforeAll(async () => {
    file = openPackage(await fileOf('docx', { language }))
    charts = await reportCharts(oostdijkReport(), wordsIn(language))
  })

  test('says its title, its language and the day of its figures', () => {
    const core = file.textOf('docProps/core.xml')
    expect(core).toContain(`<dc:title>${title}</dc:title>`)
    expect(core).toContain(`<dc:language>${locale}</dc:language>`)
    expect(core).toContain('2024-06-03T12:00:00Z')
    expect(file.elementsOf('word/styles.xml', 'w:lang')[0]?.attributes['w:val']).toBe(locale)
  })

  test('has every sentence, unit, base and cell, with headings and tables that are really so', () => {
    const paragraphs = file.elementsOf(documentPart, 'w:p').map(({ text }) => text)
    for (const { sentence, unit, base, table } of charts) {
      expect(paragraphs).toContain(sentence)
      for (const words of [unit, base])
        expect(paragraphs.some((paragraph) => paragraph.endsWith(words))).toBe(true)
      for (const cell of [table.headings, ...table.rows].flat()) expect(paragraphs).toContain(cell)
    }
    const styles = file.elementsOf(documentPart, 'w:pStyle').map(({ attributes }) => attributes['w:val'])
    expect(styles.filter((style) => style === 'Title')).toHaveLength(1)
    // Chapters 4, 5, 6 and 13; in them each figure, and what words mean.
    expect(styles.filter((style) => style === 'Heading1')).toHaveLength(4)
    expect(styles.filter((style) => style === 'Heading2')).toHaveLength(charts.length + 1)
    expect(file.elementsOf(documentPart, 'w:tblHeader')).toHaveLength(charts.length)
  })

  test('shows each chart as lines and as dots, and tells whoever does not see it what it shows', () => {
    const pictures = file.elementsOf(documentPart, 'wp:docPr')
    expect(pictures.map(({ attributes }) => attributes.descr)).toEqual(
      charts.map((chart) => `${chart.title}. ${chart.sentence}`),
    )
    expect(new Set(pictures.map(({ attributes }) => attributes.id)).size).toBe(charts.length)
    for (const extension of ['svg', 'png'])
      expect(file.names.filter((name) => name.endsWith(`.${extension}`))).toHaveLength(charts.length)
    for (const name of file.names.filter((name) => name.endsWith('.svg')))
      expect(file.textOf(name)).not.toContain('currentColor')
  })

  test('numbers its pages', () => {
    const footers = file.names.filter((name) => /^word\/footer\d*\.xml$/.test(name))
    const fields = footers.map((name) => file.elementsOf(name, 'w:instrText').map(({ text }) => text))
    expect(fields).toEqual([
      ['PAGE', 'NUMPAGES'],
      ['PAGE', 'NUMPAGES'],
    ])
  })
})

describe('a report as a document', () => {
  test('holds a name as text, and no character that XML has not', async () => {
    const desks = [{ code: `${boldDesk} & \u0001 <b>\ufffe`, requests: 1_235 }]
    const file = openPackage(await fileOf('docx', { report: oostdijkReport({ desks }) }))
    const cells = file.elementsOf(documentPart, 'w:p').map(({ text }) => text)
    expect(cells).toContain(`${boldDesk} &  <b>`)
  })

  test('marks the words that nobody has read through', async () => {
    const texts = [{ passage: 'reach', body: 'Heel *veel*.\n\n- één\n\n> Ik durf.', isUnread: true } as const]
    const file = openPackage(await fileOf('docx', { texts }))
    const paragraphs = file.elementsOf(documentPart, 'w:p').map(({ text }) => text)
    const mark = paragraphs.indexOf('Voorzet, nog niet nagelezen')
    expect(paragraphs.slice(mark - 1, mark + 4)).toEqual([
      ...['5 Wie bereiken we, en wie niet', 'Voorzet, nog niet nagelezen', 'Heel veel.', 'één', 'Ik durf.'],
    ])
    const styles = file.elementsOf(documentPart, 'w:pStyle').map(({ attributes }) => attributes['w:val'])
    expect(styles.filter((style) => style === 'Unread')).toHaveLength(1)
    expect(styles.filter((style) => style === 'Quote')).toHaveLength(1)
  })

  test('over demo data says so on every page', async () => {
    const file = openPackage(await fileOf('docx', { demo: true }))
    const footers = file.names.filter((name) => /^word\/footer\d*\.xml$/.test(name))
    const text = [documentPart, ...footers].map((name) => file.textOf(name))
    expect(text.filter((part) => part.includes('deze cijfers gaan niet over echte mensen'))).toHaveLength(2)
  })

  test('is the same to the byte on another day', async () => {
    const first = await fileOf('docx')
    vi.setSystemTime(new Date('2031-05-06T07:08:09Z'))
    expect(Buffer.compare(first, await fileOf('docx'))).toBe(0)
  })

  test.skipIf(!hasLibreOffice)(
    'is printed by LibreOffice with all that it says (skipped where LibreOffice is not installed)',
    async () => {
      const charts = await reportCharts(oostdijkReport(), wordsIn('nl'))
      const pages = await printed(await fileOf('docx', { demo: true }))
      const text = pages.join(' ')
      for (const { title, sentence, table } of charts) {
        expect(text).toContain(seen(title))
        expect(text).toContain(seen(sentence))
        for (const row of table.rows) expect(text).toContain(seen(row.at(-2) ?? ''))
      }
      expect(pages[1]).toContain(`Pagina 2 van ${pages.length}`)
      expect(pages.every((page) => page.includes('deze cijfers gaan niet over echte mensen'))).toBe(true)
    },
    120_000,
  )
})
