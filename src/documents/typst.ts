import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readNotoSans, readNotoSansArabic } from './noto-sans.ts'

/**
 * Sets a template of this folder with data and gives a tagged PDF/UA-1. The data comes in beside the template as JSON
 * (`sys.inputs.data`), so no word in it can be read as a command. `createdAt` is in seconds since 1970; the same
 * template, data and moment give the same bytes. Throws when the template itself is wrong.
 */
export function setPdf(template: string, data: unknown, createdAt: number): Uint8Array {
  compiler ??= openCompiler()
  // In one call: a document handed to JavaScript in between is freed only when the collector comes by, megabytes each.
  const pdf = compiler.pdf(filled(template, data), { pdfStandard: 'ua-1', creationTimestamp: createdAt })
  compiler.evictCache(keptFor)
  return pdf
}

/**
 * The same pages as pictures: one SVG with every page below the other (page-svg.ts takes them apart), and what the
 * template notes of them under its label `<marks>`.
 */
export function setSvg(template: string, data: unknown): { readonly svg: string; readonly marks: unknown } {
  compiler ??= openCompiler()
  const document = filled(template, data)
  const svg = compiler.plainSvg(document)
  // Set a moment ago, so this is only looked up.
  const [marks] = compiler.query(document, { selector: '<marks>', field: 'value' })
  compiler.evictCache(keptFor)
  return { svg, marks }
}

/** What was worked out stays for the next report, which has most of its words; longer it would only pile up. */
const keptFor = 1

const filled = (template: string, data: unknown) => ({
  mainFilePath: join(import.meta.dirname, template),
  inputs: { data: JSON.stringify(data) },
})

let compiler: NodeCompiler | undefined

const openCompiler = (): NodeCompiler =>
  NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: [...readNotoSans(), ...readNotoSansArabic()] }],
  })
