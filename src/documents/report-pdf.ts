import type { StaffLanguage } from '../domain/language.ts'
import { locales } from '../text/format.ts'
import { chartInk } from './chart/chart-palette.ts'
import { sizeOf } from './chart/chart-svg.ts'
import { type Block, printedRows, type ReportDocument } from './report-document.ts'
import { type ReportChart, say } from './report-words.ts'
import { setPdf } from './typst.ts'

export const reportTemplate = 'half-year-report.typ'

/** The report as a tagged PDF (PDF/UA-1) on A4. The same document gives the same bytes. */
export async function reportPdf(document: ReportDocument): Promise<Uint8Array> {
  return setPdf(reportTemplate, templateData(document), document.createdAt)
}

/** In the order in which an alderman asks for them: as many as a page holds. */
const noteFigures: readonly string[] = ['months', 'themes', 'statuses']

/** The report on two pages: what it comes down to, what is asked of the college, and the figures behind it. */
export function collegeNote(document: ReportDocument): ReportDocument {
  const figures = document.chapters
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'figure')
    .filter(({ figure }) => noteFigures.includes(figure.chart))
  const title = say({ language: document.language }, 'document.noteFigures')
  return {
    ...document,
    kind: say({ language: document.language }, 'document.note'),
    chapters: [
      ...document.chapters.filter(({ code }) => code === 'one_page'),
      { code: 'figures', title, blocks: figures },
    ],
    isNote: true,
  }
}

/** What the template of the report is filled with. */
export function templateData({ chapters, createdAt, ...document }: ReportDocument) {
  const { language } = document
  const createdOn = new Date(createdAt * 1000)
  return {
    ...document,
    isNote: document.isNote ?? false,
    createdOn: {
      year: createdOn.getUTCFullYear(),
      month: createdOn.getUTCMonth() + 1,
      day: createdOn.getUTCDate(),
    },
    region: locales[language].slice(-2),
    // The number of pages is known only once the pages are set.
    page: say({ language }, 'document.page', { page: '{page}', pages: '{pages}' }),
    contents: say({ language }, 'document.contents'),
    unread: say({ language }, 'document.unread'),
    tooLong: say({ language }, 'document.noteTooLong', { characters: '{characters}' }),
    chapters: chapters.map(({ code, title, blocks }) => ({
      code,
      title,
      blocks: blocks.map((block) => blockData(block, language)),
    })),
  }
}

function blockData(block: Block, language: StaffLanguage) {
  if (block.kind === 'figure') return { kind: block.kind, ...figureData(block.figure, language) }
  return block.kind === 'table' ? { ...block, rows: printedRows(block, language) } : block
}

const figureData = (
  { title, sentence, unit, base, svg, table, notes }: ReportChart,
  language: StaffLanguage,
) => ({
  title,
  sentence,
  unit: say({ language }, 'document.unit', { unit }),
  base: say({ language }, 'document.base', { base }),
  alt: say({ language }, 'chartName', { title, sentence }),
  svg: svg.replaceAll('currentColor', chartInk),
  ratio: ratioOf(svg),
  headings: table.headings,
  rows: table.rows,
  textColumns: table.textColumns,
  notes,
})

/** How high a picture is for each part of its width. */
function ratioOf(svg: string): number {
  const { width, height } = sizeOf(svg)
  return height / width
}
