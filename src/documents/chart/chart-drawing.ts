import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readNotoSans } from '../noto-sans.ts'
import { chartInk } from './chart-palette.ts'

/** Opens a chart for as long as `work` lasts: what lives in WebAssembly is not the collector's to free. `width` in dots. */
export async function withDrawing<Made>(
  svg: string,
  width: number | undefined,
  work: (drawing: InstanceType<typeof Resvg>) => Made,
): Promise<Made> {
  opened ??= open()
  const fontBuffers = await opened
  const drawing = new Resvg(svg.replaceAll('currentColor', chartInk), {
    fitTo: width === undefined ? { mode: 'original' } : { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
  })
  try {
    return work(drawing)
  } finally {
    drawing.free()
  }
}

/** The same chart with its letters as shapes, for where no font is at hand. */
export const outlineChart = (svg: string): Promise<string> =>
  withDrawing(svg, undefined, (drawing) => drawing.toString())

let opened: Promise<Uint8Array[]> | undefined

async function open(): Promise<Uint8Array[]> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(file))
  return readNotoSans()
}
