import { outlineChart } from './chart/chart-drawing.ts'
import { drawPictures, type PageSvg, splitPages } from './page-svg.ts'
import type { ReportDocument } from './report-document.ts'
import { reportTemplate, templateData } from './report-pdf.ts'
import { setSvg } from './typst.ts'

/** Where a chapter begins. */
export interface ChapterPlace {
  readonly code: string
  /** With its number, as it is printed. */
  readonly title: string
  /** From 1. */
  readonly page: number
  /** From the top of the page, as a part of its height. */
  readonly top: number
  /** The fields of the report that stand in it as a chart. */
  readonly charts: readonly string[]
}

export interface ReportPages {
  readonly pages: readonly PageSvg[]
  readonly chapters: readonly ChapterPlace[]
}

/** The pages of the report as its PDF has them. Charts on them are pictures still: finishPage makes them part of it. */
export function reportPages(document: ReportDocument): ReportPages {
  const { svg, marks } = setSvg(reportTemplate, templateData(document))
  const pages = splitPages(svg)
  // because: half-year-report.typ notes exactly this, at the end
  const places = new Map((marks as Mark[]).map((mark) => [mark.code, mark]))
  const chapters = document.chapters.flatMap(({ code, title, blocks }) => {
    const place = places.get(code)
    if (!place) return []
    const { page, y } = place
    const charts = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.chart] : []))
    return [{ code, title, page, top: y / (pages[page - 1]?.height ?? 1), charts }]
  })
  return { pages, chapters }
}

interface Mark {
  readonly code: string
  readonly page: number
  /** In points. */
  readonly y: number
}

/** A page that needs nothing beside it, not even a font. */
export const finishPage = (svg: string): Promise<string> => drawPictures(svg, outlineChart)
