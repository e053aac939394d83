import pptxgen from 'pptxgenjs'
import { type Paragraph, plainWords } from '../../domain/report/chapter/plain-format.ts'
import { sizeOf } from '../chart/chart-svg.ts'
import type { ReportDocument } from '../report-document.ts'
import { type ReportChart, say } from '../report-words.ts'
import { chartPng, officeSvg } from './chart-picture.ts'
import { sealPackage } from './office-package.ts'

// because: its types are those of its CommonJS half, where the class sits one level deeper
const Deck = pptxgen as unknown as DeckClass
// Or not: which half is read depends on the order in which the files of the project are.
type DeckClass = typeof pptxgen extends { readonly default: infer Class extends AnyClass }
  ? Class
  : typeof pptxgen
type AnyClass = new () => object
type Deck = InstanceType<DeckClass>
type Slide = ReturnType<Deck['addSlide']>

/** What a council looks at: how much, about what, who asks, and in which languages. */
const shown = ['months', 'themes', 'clientKinds', 'statuses', 'nationalities', 'languages']

/**
 * A report as a presentation: what it is about, then one chart on each slide under its name and what it says, and what people said.
 * Unit and base stand in the notes. `charts` are drawn for slides. The same document and charts give the same bytes.
 */
export async function reportPptx(
  document: ReportDocument,
  charts: readonly ReportChart[],
): Promise<Uint8Array> {
  const deck = new Deck()
  deck.title = document.fileTitle
  deck.theme = { headFontFace: font, bodyFontFace: font }
  deck.layout = 'LAYOUT_WIDE'
  defineMasters(deck, document)
  openingSlide(deck.addSlide({ masterName: 'opening' }), document)
  const onSlides = shown.flatMap((code) => charts.filter(({ chart }) => chart === code))
  const dots = new Map<string, Uint8Array>()
  for (const [at, chart] of onSlides.entries()) {
    chartSlide(deck.addSlide({ masterName: 'figure' }), chart, document)
    // For programs that draw no shapes: the library knows where they go, and cannot make them here.
    dots.set(
      `ppt/media/image-${at + 2}-1.png`,
      await chartPng(chart.svg, sizeOf(chart.svg).width * dotsPerUnit),
    )
  }
  const said = quotationsOf(document)
  if (said.length > 0) quotationSlide(deck.addSlide({ masterName: 'figure' }), said, document)
  const written = await deck.write({ outputType: 'nodebuffer', compression: true })
  if (!(written instanceof Uint8Array)) throw new Error('a presentation is no bytes')
  return sealPackage(written, document, dots)
}

// In inches, on a slide of 13.33 by 7.5.
const margin = 0.65
const width = 13.33 - 2 * margin
const figureTop = 1.62
const figureHeight = 5.05
const footTop = 6.92

const font = 'Arial'
const ink = '1C2A2E'
const quiet = '536267'
const petrol = '0F5261'
const warmInk = '6B3A0C'

function defineMasters(deck: Deck, { title, period, pageNotice }: ReportDocument): void {
  const place = (y: number, h: number) => ({ x: margin, y, w: width, h, margin: 0, align: 'left' as const })
  const foot = { ...place(footTop, 0.3), fontSize: 11, color: quiet }
  const slideNumber = {
    x: 12.2,
    y: footTop,
    w: 0.5,
    h: 0.3,
    fontSize: 11,
    color: quiet,
    align: 'right' as const,
  }
  const bar = { rect: { x: 0, y: 0, w: 0.18, h: 7.5, fill: { color: petrol } } }
  deck.defineSlideMaster({
    title: 'opening',
    objects: [
      bar,
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', ...place(1.5, 1.1), fontSize: 40, bold: true },
            ...{ color: petrol, valign: 'bottom' },
          },
          text: '',
        },
      },
    ],
  })
  deck.defineSlideMaster({
    title: 'figure',
    objects: [
      bar,
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', ...place(0.66, 0.94), fontSize: 24, bold: true },
            ...{ color: petrol, valign: 'top', fit: 'shrink' },
          },
          text: '',
        },
      },
      { text: { text: `${title} · ${period}`, options: { ...foot, w: 8 } } },
      ...(pageNotice === null
        ? []
        : [{ text: { text: pageNotice, options: { ...foot, y: footTop - 0.28, color: warmInk } } }]),
    ],
    slideNumber,
  })
}

function openingSlide(
  slide: Slide,
  { kind, title, period, keyFigures, notices, colophon, standing }: ReportDocument,
): void {
  const place = { x: margin, w: width, margin: 0, color: ink, align: 'left' as const }
  slide.addText(kind, { ...place, y: 0.9, h: 0.4, fontSize: 16, bold: true, color: quiet })
  slide.addText(title, { placeholder: 'title' })
  slide.addText(period, { ...place, y: 2.7, h: 0.5, fontSize: 20 })
  const each = width / Math.max(1, keyFigures.length)
  for (const [at, { name, value }] of keyFigures.entries()) {
    const x = margin + at * each
    slide.addText(value, {
      ...place,
      x,
      w: each - 0.3,
      y: 3.6,
      h: 0.8,
      fontSize: 44,
      bold: true,
      color: petrol,
    })
    slide.addText(name, { ...place, x, w: each - 0.3, y: 4.4, h: 0.4, fontSize: 16, color: quiet })
  }
  const lines = notices.join('\n')
  slide.addText(lines, { ...place, y: 5.35, h: 1, fontSize: 14, color: warmInk, valign: 'top' })
  const foot = [...colophon, standing]
  slide.addText(foot.join('\n'), { ...place, y: footTop - 0.35, h: 0.65, fontSize: 11, color: quiet })
  slide.addNotes([...notices, ...foot].join('\n'))
}

/** Sharp on a screen of the newest kind. */
const dotsPerUnit = 3

function chartSlide(slide: Slide, chart: ReportChart, { language }: ReportDocument): void {
  const { title, sentence, unit, base, svg, notes } = chart
  const room = sizeOf(svg)
  const scale = Math.min(width / room.width, figureHeight / room.height)
  slide.addText(sentence, { placeholder: 'title' })
  const above = { x: margin, y: 0.3, w: width, h: 0.3, margin: 0, align: 'left' as const }
  slide.addText(title, { ...above, fontSize: 14, bold: true, color: quiet })
  slide.addImage({
    data: `image/svg+xml;base64,${Buffer.from(officeSvg(svg)).toString('base64')}`,
    altText: say({ language }, 'chartName', { title, sentence }),
    x: margin,
    y: figureTop,
    w: room.width * scale,
    h: room.height * scale,
  })
  const words = {
    unit: say({ language }, 'document.unit', { unit }),
    base: say({ language }, 'document.base', { base }),
  }
  slide.addNotes([title, words.unit, words.base, ...notes].join('\n'))
}

interface Quotation {
  readonly words: string
  readonly isUnread: boolean
}

/** What people said, in the chapter with their stories. */
const quotationsOf = ({ chapters }: ReportDocument): Quotation[] =>
  chapters
    .filter(({ code }) => code === 'stories')
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block] : [])))
    .flatMap(({ paragraphs, isUnread }) =>
      paragraphs.filter(isQuotation).map((each) => ({ words: plainWords(each), isUnread })),
    )

const isQuotation = ({ kind }: Paragraph): boolean => kind === 'quotation'

/** As many as people in a room read; the others are in the notes. */
const quotationsShown = 3

function quotationSlide(slide: Slide, said: readonly Quotation[], { language }: ReportDocument): void {
  slide.addText(say({ language }, 'chapter.stories'), { placeholder: 'title' })
  const shownWords = said.slice(0, quotationsShown).map(({ words }) => ({
    text: say({ language }, 'document.quoted', { words }),
    options: { breakLine: true, paraSpaceAfter: 24, color: ink },
  }))
  const unread = said.some(({ isUnread }) => isUnread)
    ? [{ text: say({ language }, 'document.unread'), options: { fontSize: 14, bold: true, color: warmInk } }]
    : []
  slide.addText([...shownWords, ...unread], {
    ...{ x: margin + 0.3, y: figureTop, w: width - 0.6, h: figureHeight, margin: 0 },
    ...{ fontSize: 26, align: 'left', valign: 'middle', fit: 'shrink' },
  })
  slide.addNotes(said.map(({ words }) => words).join('\n\n'))
}
