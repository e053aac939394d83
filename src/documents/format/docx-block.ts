import { HeadingLevel, ImageRun, Paragraph, type Table, TextRun } from 'docx'
import { sizeOf } from '../chart/chart-svg.ts'
import { type Block, printedRows } from '../report-document.ts'
import { type ReportChart, type ReportWords, say } from '../report-words.ts'
import { chartPng, officeSvg } from './chart-picture.ts'
import { bulletReference } from './docx-style.ts'
import { figuresTable } from './docx-table.ts'

export type DocxPart = Paragraph | Table

type Language = Pick<ReportWords, 'language'>

/** A block as paragraphs and tables; `pictureId` is a number that no other picture of the document has. */
export async function blockParts(block: Block, words: Language, pictureId: number): Promise<DocxPart[]> {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })]
    case 'text':
      return [
        ...(block.isUnread ? [new Paragraph({ style: 'Unread', text: say(words, 'document.unread') })] : []),
        ...block.paragraphs.map(
          ({ kind, runs }) =>
            new Paragraph({
              ...(kind === 'item' ? { numbering: { reference: bulletReference, level: 0 } } : {}),
              ...(kind === 'quotation' ? { style: 'Quote' } : {}),
              children: runs.map(({ text, bold, italic }) => new TextRun({ text, bold, italics: italic })),
            }),
        ),
      ]
    case 'table':
      return [figuresTable({ ...block, rows: printedRows(block, words.language) })]
    case 'terms':
      return block.terms.flatMap(([term, meaning]) => [
        new Paragraph({ style: 'Term', text: term }),
        new Paragraph({ text: meaning }),
      ])
    case 'figure':
      return figureParts(block.figure, words, pictureId)
  }
}

async function figureParts(figure: ReportChart, words: Language, pictureId: number): Promise<DocxPart[]> {
  const { sentence, unit, base, table, notes } = figure
  return [
    new Paragraph({ style: 'Finding', text: sentence }),
    new Paragraph({ keepNext: true, children: [await picture(figure, words, pictureId)] }),
    new Paragraph({ style: 'Source', keepNext: true, text: say(words, 'document.unit', { unit }) }),
    new Paragraph({ style: 'Source', keepNext: true, text: say(words, 'document.base', { base }) }),
    ...notes.map(
      (text) =>
        new Paragraph({
          ...{ style: 'Source', keepNext: true, text },
          numbering: { reference: bulletReference, level: 0 },
        }),
    ),
    figuresTable(table),
  ]
}

/** In points: wide enough to read, and never so high that it leaves no room on a page for what belongs to it. */
const widest = 290
const highest = 300
const pointsPerPixel = 0.75
/** Sharp on paper: three dots for each unit of the chart. */
const dotsPerUnit = 3

/** Lines and shapes for programs that draw them, dots for the others; in words for whoever does not see it. */
async function picture(
  { svg, title, sentence }: ReportChart,
  words: Language,
  id: number,
): Promise<ImageRun> {
  const { width, height } = sizeOf(svg)
  const scale = Math.min(widest / width, highest / height) / pointsPerPixel
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const description = say(words, 'chartName', { title, sentence })
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(officeSvg(svg)),
    transformation,
    fallback: { type: 'png', data: await chartPng(svg, width * dotsPerUnit) },
    altText: { id: String(id), name: title, title, description },
  })
}
