import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { reportCharts } from '../../src/documents/chart/report-chart.ts'
import type { ReportChart } from '../../src/documents/report-words.ts'
import { formatNumber } from '../../src/text/format.ts'
import { hasLibreOffice, printWithLibreOffice } from './libreoffice.ts'
import { openPackage } from './office-package.ts'
import { oostdijkReport, wordsIn } from './oostdijk-report.ts'
import { fileOf, oostdijkForEverybody } from './report-source.ts'

const deck = ['months', 'themes', 'clientKinds', 'statuses', 'nationalities', 'languages']
const slide = (number: number) => `ppt/slides/slide${number}.xml`

afterEach(() => vi.useRealTimers())

describe.each(['nl', 'fr', 'en'] as const)('the report of Oostdijk as a presentation, in %s', (language) => {
  let file: ReturnType<typeof openPackage>
  let charts: (ReportChart | undefined)[]
  beforeAll(async () => {
    file = openPackage(await fileOf('pptx', { language }))
    const all = await reportCharts(oostdijkReport(), wordsIn(language))
    charts = deck.map((code) => all.find(({ chart }) => chart === code))
  })
  const titleOf = (number: number) => {
    const shapes = file.elementsOf(slide(number), 'p:sp')
    const places = file.elementsOf(slide(number), 'p:ph')
    return places[0]?.attributes.type === 'title' ? shapes : undefined
  }

  test('begins with what it is about and then says one thing on each slide, as its title', () => {
    expect(file.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(7)
    expect(file.elementsOf(slide(1), 'a:t').map(({ text }) => text)).toContain(
      formatNumber(language, oostdijkReport().total),
    )
    for (const [at, chart] of charts.entries())
      expect(titleOf(at + 2)?.map(({ text }) => text.trim())).toContain(chart?.sentence)
  })

  test('shows a chart under it, in words too, with unit and base in the notes', () => {
    for (const [at, chart] of charts.entries()) {
      const pictures = file.elementsOf(slide(at + 2), 'p:cNvPr').filter(({ attributes }) => attributes.descr)
      expect(pictures.map(({ attributes }) => attributes.descr)).toEqual([
        `${chart?.title}. ${chart?.sentence}`,
      ])
      const notes = file.elementsOf(`ppt/notesSlides/notesSlide${at + 2}.xml`, 'a:t').map(({ text }) => text)
      for (const words of [chart?.title, chart?.unit, chart?.base]) expect(notes.join(' ')).toContain(words)
    }
  })

  test('draws each chart in lines and letters, and in dots for programs that cannot', () => {
    for (const [at] of charts.entries()) {
      const links = file.elementsOf(`ppt/slides/_rels/slide${at + 2}.xml.rels`, 'Relationship')
      const targetOf = (id = '') =>
        links.find(({ attributes }) => attributes.Id === id)?.attributes.Target ?? ''
      const partOf = (element: string) =>
        targetOf(file.elementsOf(slide(at + 2), element)[0]?.attributes['r:embed']).replace('..', 'ppt')
      expect(file.textOf(partOf('asvg:svgBlip'))).toMatch(/^<svg .*<text/s)
      const dots = Buffer.from(file.bytesOf(partOf('a:blip')))
      // A PNG says its width after its signature.
      expect([dots.toString('latin1', 1, 4), dots.readUInt32BE(16)]).toEqual(['PNG', 1920])
    }
  })

  test('speaks its language throughout', () => {
    const languages = file.elementsOf(slide(2), 'a:rPr').map(({ attributes }) => attributes.lang)
    expect(new Set(languages)).toEqual(new Set([{ nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[language]]))
  })
})

describe('a report as a presentation', () => {
  test('says on each slide that its figures are not about real people', async () => {
    const file = openPackage(await fileOf('pptx', { demo: true }))
    const demo = 'deze cijfers gaan niet over echte mensen'
    expect(file.textOf(slide(1))).toContain(demo)
    const layouts = file.names.filter((name) => /^ppt\/slideLayouts\/slideLayout\d+\.xml$/.test(name))
    expect(layouts.filter((name) => file.textOf(name).includes(demo))).toHaveLength(1)
  })

  test('shows what people said on a slide of its own, where the report has stories', async () => {
    const body = 'Zij zeiden:\n\n> Hier luistert *iemand*.\n\n> Nu durf ik het.'
    const file = openPackage(await fileOf('pptx', { texts: [{ passage: 'stories', body, isUnread: true }] }))
    const words = file.elementsOf(slide(8), 'a:t').map(({ text }) => text)
    expect(words).toEqual(
      expect.arrayContaining(['Twee verhalen', '“Hier luistert iemand.”', '“Nu durf ik het.”']),
    )
    expect(words).toContain('Voorzet, nog niet nagelezen')
    expect(words).not.toContain('Zij zeiden:')
  })

  test('is the same to the byte on another day', async () => {
    const first = await fileOf('pptx')
    vi.setSystemTime(new Date('2031-05-06T07:08:09Z'))
    expect(Buffer.compare(first, await fileOf('pptx'))).toBe(0)
  })

  test.skipIf(!hasLibreOffice)(
    'is shown by LibreOffice slide by slide (skipped where LibreOffice is not installed)',
    async () => {
      const bytes = await printWithLibreOffice(
        await fileOf('pptx', { report: oostdijkForEverybody() }),
        'pptx',
      )
      const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
      expect(pdf.numPages).toBe(7)
      await pdf.loadingTask.destroy()
    },
    120_000,
  )
})
