import { withDrawing } from '../chart/chart-drawing.ts'
import { chartInk } from '../chart/chart-palette.ts'

/** A chart as a picture of dots, for programs that do not draw an SVG; `width` in dots. The same chart, the same bytes. */
export const chartPng = (svg: string, width: number): Promise<Uint8Array> =>
  withDrawing(svg, width, (drawing) => {
    const dots = drawing.render()
    const png = dots.asPng()
    dots.free()
    return png
  })

/** A chart as lines and shapes, with the letters of Office: a program that does not find those of the page may take any. */
export const officeSvg = (svg: string): string =>
  svg.replaceAll('currentColor', chartInk).replace(/ font-family="[^"]*"/, ' font-family="Arial, sans-serif"')
