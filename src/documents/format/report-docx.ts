import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { ReportDocument } from '../report-document.ts'
import { say } from '../report-words.ts'
import { blockParts, type DocxPart } from './docx-block.ts'
import { bullets, contentWidth, hairline, pageMargin, pageSize, stylesIn } from './docx-style.ts'
import { keyFigureTable } from './docx-table.ts'
import { sealPackage } from './office-package.ts'

/** A report that people can write on: real headings, styles and tables in A4. The same document gives the same bytes. */
export async function reportDocx(document: ReportDocument): Promise<Uint8Array> {
  const { language, fileTitle } = document
  const made = new Document({
    title: fileTitle,
    styles: stylesIn(language),
    numbering: bullets,
    sections: [
      {
        properties: { page: { size: pageSize, margin: pageMargin }, titlePage: true },
        headers: { default: runningHead(document), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: pageFoot(document, document.pageNotice), first: pageFoot(document, null) },
        children: [...opening(document), ...(await chapterParts(document))],
      },
    ],
  })
  return sealPackage(await Packer.toBuffer(made), document)
}

function opening({
  kind,
  title,
  period,
  keyFigures,
  notices,
  colophon,
  standing,
}: ReportDocument): DocxPart[] {
  const lines = (style: string, texts: readonly string[]) =>
    texts.map((text) => new Paragraph({ style, text }))
  return [
    new Paragraph({ style: 'Kind', text: kind }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    new Paragraph({ style: 'Period', text: period }),
    ...(keyFigures.length > 0 ? [keyFigureTable(keyFigures), new Paragraph({})] : []),
    ...lines('Notice', notices),
    ...lines('Colophon', [...colophon, standing]),
  ]
}

async function chapterParts({ chapters, language }: ReportDocument): Promise<DocxPart[]> {
  const parts: DocxPart[] = []
  let pictureId = 0
  for (const { title, blocks } of chapters) {
    parts.push(new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }))
    for (const block of blocks) parts.push(...(await blockParts(block, { language }, ++pictureId)))
  }
  return parts
}

const tabStops = [{ type: TabStopType.RIGHT, position: contentWidth }]

const runningHead = ({ title, period }: ReportDocument): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Margin',
        tabStops,
        border: { bottom: { ...hairline, space: 4 } },
        children: [new TextRun(title), new TextRun({ children: [new Tab(), period] })],
      }),
    ],
  })

function pageFoot({ language }: ReportDocument, notice: string | null): Footer {
  const numbers = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES } as const
  const words = say({ language }, 'document.page', { page: '{page}', pages: '{pages}' })
  // The program that opens it knows the number of pages.
  const page = words
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' || part === '{pages}' ? numbers[part] : part))
  return new Footer({
    children: [
      ...(notice === null ? [] : [new Paragraph({ style: 'MarginNotice', text: notice })]),
      new Paragraph({
        style: 'Margin',
        tabStops,
        children: [new TextRun({ children: [new Tab(), ...page] })],
      }),
    ],
  })
}
