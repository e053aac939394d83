import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportCharts } from '../../src/documents/chart/report-chart.ts'
import { figuresDocument } from '../../src/documents/figures-document.ts'
import { collegeNote, reportPdf } from '../../src/documents/report-pdf.ts'
import type { ReportChart } from '../../src/documents/report-words.ts'
import type { StaffLanguage } from '../../src/domain/language.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { boldDesk, oostdijkReport, wordsIn } from './oostdijk-report.ts'

const standing = {
  audience: 'coordinator',
  on: localDate.parse('2024-06-03'),
  checksum: null,
} as const

async function make(language: StaffLanguage, demo = false, report = oostdijkReport()) {
  const charts = await reportCharts(report, wordsIn(language))
  return { charts, bytes: await reportPdf(figuresDocument({ report, charts, language, demo, standing })) }
}

// pdf.js takes the bytes away from whoever hands them over.
const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise

const pagesOf = (pdf: PDFDocumentProxy) =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)))

const seen = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

async function textOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const contents = await Promise.all((await pagesOf(pdf)).map((page) => page.getTextContent()))
  return contents.map(({ items }) => seen(items.map((item) => ('str' in item ? item.str : '')).join(' ')))
}

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly object[]
}

async function nodesOf(pdf: PDFDocumentProxy): Promise<Node[]> {
  const trees = await Promise.all((await pagesOf(pdf)).map((page) => page.getStructTree()))
  const flatten = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap((child) => flatten(child))]
  return trees.flatMap((tree) => flatten(tree))
}

describe.each([
  ['nl', 'nl-BE', 'Hulpvragen in Oostdijk, 1 december 2023 tot en met 31 mei 2024', 'Pagina 2 van'],
  ['fr', 'fr-BE', 'Demandes d’aide à Oostdijk, du 1er décembre 2023 au 31 mai 2024', 'Page 2 sur'],
  ['en', 'en-GB', 'Help requests in Oostdijk, 1 December 2023 to 31 May 2024', 'Page 2 of'],
] as const)('the report of Oostdijk on paper, in %s', (language, locale, title, secondPage) => {
  let pdf: PDFDocumentProxy
  let charts: ReportChart[]

  beforeAll(async () => {
    const made = await make(language)
    charts = made.charts
    pdf = await open(made.bytes)
  })
  afterAll(() => pdf.loadingTask.destroy())

  test('has every title, sentence, heading and figure in its text', async () => {
    const pages = await textOf(pdf)
    const text = pages.join(' ')
    expect(charts).toHaveLength(12)
    for (const { title, sentence, unit, base, table } of charts) {
      for (const words of [title, sentence, unit, base, ...table.headings])
        expect(text).toContain(seen(words))
      for (const row of table.rows) expect(text).toContain(seen(row.join(' ')))
    }
    expect(pages[1]).toContain(secondPage)
  })

  test('says its language and title, is tagged and declares PDF/UA-1', async () => {
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({ Language: locale, Title: title, CreationDate: 'D:20240603000000Z' })
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(await pdf.getMarkInfo()).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    )
  })

  test('tells whoever does not see a chart what it shows, and tags headings and tables', async () => {
    const nodes = await nodesOf(pdf)
    const byRole = Map.groupBy(nodes, ({ role }) => role)
    expect(byRole.get('Figure')?.map(({ alt = '' }) => seen(alt))).toEqual(
      charts.map(({ title, sentence }) => seen(`${title}. ${sentence}`)),
    )
    expect(byRole.get('H1')).toHaveLength(1)
    // Contents, and chapters 4, 5, 6 and 13; in them each figure, and what words mean.
    expect(byRole.get('H2')).toHaveLength(5)
    expect(byRole.get('H3')).toHaveLength(charts.length + 1)
    expect(byRole.get('Table')?.length).toBeGreaterThanOrEqual(charts.length)
    expect(byRole.get('TH')?.length).toBeGreaterThan(charts.length)
  })

  test('draws its charts as lines and shapes, never as a photograph', async () => {
    const lists = await Promise.all((await pagesOf(pdf)).map((page) => page.getOperatorList()))
    const used = new Set(lists.flatMap(({ fnArray }) => [...fnArray]))
    expect(used).toContain(OPS.constructPath)
    for (const raster of [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
      expect(used).not.toContain(raster)
  })
})

describe('a report', () => {
  test('prints the name of a desk as text, whatever it could mean to the typesetter', async () => {
    const pdf = await open((await make('nl')).bytes)
    expect((await textOf(pdf)).join(' ')).toContain(boldDesk)
    await pdf.loadingTask.destroy()
  })

  test('begins with its contents, and marks the words that nobody has read through', async () => {
    const charts = await reportCharts(oostdijkReport(), wordsIn('nl'))
    const text = (passage: 'reach' | 'guides', isUnread: boolean) => ({
      ...{ passage, isUnread, body: `Over ${passage}.\n\n- **één**\n- twee\n\n> Ik durf.` },
    })
    const texts = [text('reach', true), text('guides', false)]
    const figures = {
      report: oostdijkReport(),
      charts,
      texts,
      language: 'nl',
      demo: false,
      standing,
    } as const
    const pdf = await open(await reportPdf(figuresDocument(figures)))
    const pages = await textOf(pdf)
    expect(pages[1]).toMatch(/Inhoud.*4 Hulpvragen.*5 Wie bereiken we, en wie niet.*13 Bijlagen/)
    const outline = (await pdf.getOutline()).flatMap(({ title, items }) => [
      title,
      ...items.map((each) => each.title),
    ])
    expect(outline).toContain('6 Wat doen toeleiders')
    expect(pages.join(' ')).toMatch(/5 Wie [^.]*niet Voorzet, nog niet nagelezen Over reach\./)
    expect(pages.join(' ').match(/Voorzet, nog niet nagelezen/g)).toHaveLength(1)
    expect((await nodesOf(pdf)).filter(({ role }) => role === 'LI').length).toBeGreaterThanOrEqual(4)
    expect((await nodesOf(pdf)).filter(({ role }) => role === 'BlockQuote')).toHaveLength(2)
    await pdf.loadingTask.destroy()
  })

  test('over demo data says so on every page, and a real one on none', async () => {
    const demo = 'deze cijfers gaan niet over echte mensen'
    for (const isDemo of [true, false]) {
      const pdf = await open((await make('nl', isDemo)).bytes)
      const pages = await textOf(pdf)
      expect(pages.map((text) => text.includes(demo))).toEqual(pages.map(() => isDemo))
      await pdf.loadingTask.destroy()
    }
  })

  test('is the same to the byte for the same figures and day', async () => {
    const [first, second] = [await make('fr'), await make('fr')]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  test('of a half-year without requests or opening days is still a report', async () => {
    const report = { ...oostdijkReport(), total: 0, openingDays: 0, perOpeningDay: null }
    const charts = (await reportCharts(report, wordsIn('nl'))).slice(0, 1)
    const pdf = await open(
      await reportPdf(figuresDocument({ report, charts, language: 'nl', demo: false, standing })),
    )
    expect((await textOf(pdf)).join(' ')).toContain('In deze periode was er geen openingsdag.')
    await pdf.loadingTask.destroy()
  })

  test('with a table longer than a page repeats its headings on the next', async () => {
    const desks = Array.from({ length: 90 }, (_, index) => ({
      code: `Loket ${index + 1}`,
      requests: 200 - index,
    }))
    const pdf = await open((await make('nl', false, oostdijkReport({ desks }))).bytes)
    const pages = (await textOf(pdf)).filter((text) => text.includes('Loket Hulpvragen Aandeel'))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.join(' ')).toContain('Loket 90 111 9 %')
    await pdf.loadingTask.destroy()
  })

  test('is made, charts and all, within 300 milliseconds', async () => {
    let fastest = Number.POSITIVE_INFINITY
    // The best of at most twenty: what else the machine does meanwhile is not the report's.
    for (let round = 0; round < 20 && fastest > 300; round++) {
      const start = performance.now()
      await make('nl')
      fastest = Math.min(fastest, performance.now() - start)
    }
    expect(fastest).toBeLessThanOrEqual(300)
  })
})

describe('the note to the college', () => {
  const text = (passage: 'one_page' | 'ask' | 'reach', body: string) => ({ passage, body, isUnread: false })
  async function makeNote(language: StaffLanguage, onePage: string) {
    const report = oostdijkReport()
    const charts = await reportCharts(report, wordsIn(language))
    const texts = [
      text('one_page', onePage),
      text('ask', 'Een tweede toeleider.'),
      text('reach', 'Iedereen.'),
    ]
    const document = figuresDocument({ report, charts, texts, language, demo: false, standing })
    return open(await reportPdf(collegeNote(document)))
  }
  const words = 'De toeleiders lazen dit halfjaar veel brieven en belden vaak met diensten over wonen. '

  test.each(['nl', 'fr', 'en'] as const)(
    'in %s says on two pages what it comes down to, what is asked, and shows why',
    async (language) => {
      const pdf = await makeNote(language, words)
      const [first = '', second = '', ...more] = await textOf(pdf)
      expect(more).toEqual([])
      for (const said of [words.trim(), 'Een tweede toeleider.']) expect(first).toContain(said)
      expect(first).not.toContain('Iedereen.')
      expect(second).toContain(languageTitles[language])
      const figures = (await nodesOf(pdf)).filter(({ role }) => role === 'Figure')
      expect(figures).toHaveLength(3)
      await pdf.loadingTask.destroy()
    },
  )

  test('takes smaller letters before a third page', async () => {
    const pdf = await makeNote('nl', words.repeat(24))
    const [first = '', ...more] = await textOf(pdf)
    expect(more).toHaveLength(1)
    expect(first.split('De toeleiders lazen')).toHaveLength(25)
    await pdf.loadingTask.destroy()
  })

  test('says which text is too long, and by how much, before letters grow too small', async () => {
    const pdf = await makeNote('nl', words.repeat(100))
    const [first = '', second = '', ...more] = await textOf(pdf)
    expect(more).toEqual([])
    expect(first).not.toContain('De toeleiders lazen')
    expect(first).toContain('Een tweede toeleider.')
    const [, characters] = /Kort hem in met ongeveer (\d+) tekens/.exec(first) ?? []
    const left = words.length * 100 - Number(characters)
    expect(left).toBeGreaterThan(1500)
    expect(second).toContain(languageTitles.nl)
    await pdf.loadingTask.destroy()
    const shorter = await makeNote('nl', words.repeat(Math.floor(left / words.length)))
    expect((await textOf(shorter)).join(' ')).not.toContain('Kort hem in')
    await shorter.loadingTask.destroy()
  })
})

const languageTitles = { nl: 'De cijfers', fr: 'Les chiffres', en: 'The figures' }
