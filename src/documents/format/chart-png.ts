import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { chartInk } from '../chart/chart-palette.ts'
import { readNotoSans } from '../noto-sans.ts'

/** A chart as a picture of dots, for programs that do not draw an SVG; `width` in dots. The same chart, the same bytes. */
export async function chartPng(svg: string, width: number): Promise<Uint8Array> {
  opened ??= open()
  const fontBuffers = await opened
  const picture = new Resvg(svg.replaceAll('currentColor', chartInk), {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
  })
  const dots = picture.render()
  // What lives in WebAssembly is not the collector's to free.
  const png = dots.asPng()
  dots.free()
  picture.free()
  return png
}

let opened: Promise<Uint8Array[]> | undefined

async function open(): Promise<Uint8Array[]> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(file))
  return readNotoSans()
}
