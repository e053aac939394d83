import { createRequire } from 'node:module'
import type { EChartsCoreOption } from 'echarts/core'

/** Wide enough for two columns of text at 12 units, so a telephone of 360 px shows it at nearly its own size. */
export const chartWidth = 360
export const chartFontSize = 12
export const smallFontSize = 10

export interface ChartPicture {
  readonly option: EChartsCoreOption
  readonly height: number
  /** What the picture is called for people who do not see it. */
  readonly name: string
}

/** An SVG of presentation attributes alone: no style, class, id or script, so a strict CSP lets it stand in a page. */
export function renderSvg({ option, height, name }: ChartPicture): string {
  const chart = loadEcharts().init(null, null, { renderer: 'svg', ssr: true, width: chartWidth, height })
  try {
    chart.setOption({ animation: false, ...option })
    return nameSvg(cleanSvg(chart.renderToSVGString()), height, name)
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

const nameSvg = (svg: string, height: number, name: string): string =>
  svg.replace(
    /^<svg[^>]*>/,
    () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${chartWidth}" height="${height}" viewBox="0 0 ${chartWidth} ${height}" font-family="${fonts}" role="img" aria-label="${escapeXml(name)}"><title>${escapeXml(name)}</title>`,
  )

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
