import { withDrawing } from '../chart/chart-drawing.ts'

/** A chart as a picture of dots, for programs that do not draw an SVG; `width` in dots. The same chart, the same bytes. */
export const chartPng = (svg: string, width: number): Promise<Uint8Array> =>
  withDrawing(svg, width, (drawing) => {
    const dots = drawing.render()
    const png = dots.asPng()
    dots.free()
    return png
  })
