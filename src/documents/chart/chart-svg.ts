import { createRequire } from 'node:module'
import type { EChartsCoreOption } from 'echarts/core'

/** What a picture of figures may take, in its own units. */
export interface ChartRoom {
  readonly width: number
  /** For the names beside lying bars. */
  readonly labelWidth: number
  /** What goes beyond is added up; the table has every row. */
  readonly mostBars: number
  /** What few bars fill all the same, as far as a bar may be thick. */
  readonly leastHeight: number
}

/** Wide enough for two columns of text at 12 units, so a telephone of 360 px shows it at nearly its own size. */
export const pageRoom: ChartRoom = { width: 360, labelWidth: 140, mostBars: 18, leastHeight: 0 }

/** Three of them fit on a page. */
export const noteRoom: ChartRoom = { ...pageRoom, mostBars: 9 }

/** Fills a screen on a wall, legible from the last row. */
export const slideRoom: ChartRoom = { width: 640, labelWidth: 250, mostBars: 10, leastHeight: 250 }

export const chartFontSize = 12
export const smallFontSize = 10

export interface ChartPicture {
  readonly option: EChartsCoreOption
  readonly width: number
  readonly height: number
  /** What the picture is called for people who do not see it. */
  readonly name: string
}

/** An SVG of presentation attributes alone: no style, class, id or script, so a strict CSP lets it stand in a page. */
export function renderSvg({ option, width, height, name }: ChartPicture): string {
  const chart = loadEcharts().init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, ...option })
    return nameSvg(cleanSvg(chart.renderToSVGString()), { width, height, name })
  } finally {
    // A chart that is not disposed of keeps the process alive.
    chart.dispose()
  }
}

type Echarts = Pick<typeof import('echarts/core'), 'init'>

let loaded: Echarts | undefined

/**
 * Loaded at the first chart. The bundle with bars and lines costs 50 ms and 10 MB; echarts/core with the same
 * two, unbundled, 450 ms and 90 MB.
 */
function loadEcharts(): Echarts {
  // because: the bundle ships without types and has the same init as echarts/core
  loaded ??= createRequire(import.meta.url)('echarts/dist/echarts.common.min.js') as Echarts
  return loaded
}

const cleanSvg = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    // Clipped to their own frame, which hides nothing; the name of the frame would be that of another picture's.
    .replace(/<defs[\s\S]*?<\/defs>/g, '')
    .replace(/<[^/][^>]*>/g, cleanTag)
    // Boxes around labels that only a mouse would feel.
    .replace(/<(path|rect)(?![^>]* stroke=)[^>]* fill="none"[^>]*><\/\1>\s*/g, '')
    // A broken line keeps its last space, which would push a text that ends at the axis away from it.
    .replace(/ +<\/text>/g, '</text>')

const cleanTag = (tag: string): string =>
  tag
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/ (?:class|ecmeta_\w+|pointer-events|font-family|xml:space|clip-path)="[^"]*"/g, '')

const attributesOf = (style: string): string =>
  style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(([property]) => property === 'font-size' || property === 'font-weight')
    .map(([property, value = '']) => ` ${property}="${value.replace('px', '')}"`)
    .join('')

const fonts = 'Noto Sans, Noto Sans Variable, sans-serif'

const nameSvg = (svg: string, { width, height, name }: Omit<ChartPicture, 'option'>): string =>
  svg.replace(
    /^<svg[^>]*>/,
    () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}" role="img" aria-label="${escapeXml(name)}"><title>${escapeXml(name)}</title>`,
  )

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What XML cannot hold at all, however it is written. */
export const withoutUnwritable = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')

export const escapeXml = (text: string): string =>
  withoutUnwritable(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** The room that a chart takes, in its own units. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}
