import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const weights = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']

let compiler: NodeCompiler | undefined

function openCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url)
  const fontBlobs = weights.map((weight) =>
    readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`)),
  )
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] })
}

/**
 * Sets a template of this folder with data and gives a tagged PDF/UA-1. The data comes in beside the template as JSON
 * (`sys.inputs.data`), so no word in it can be read as a command. `createdAt` is in seconds since 1970; the same
 * template, data and moment give the same bytes. Throws when the template itself is wrong.
 */
export function setPdf(template: string, data: unknown, createdAt: number): Uint8Array {
  compiler ??= openCompiler()
  const made = compiler.compile({
    mainFilePath: join(import.meta.dirname, template),
    inputs: { data: JSON.stringify(data) },
  })
  const document = made.result
  if (document === null) throw new Error(explain(compiler, made))
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt })
  // What the last reports left behind would otherwise pile up for as long as the server runs.
  compiler.evictCache(10)
  return pdf
}

function explain(compiler: NodeCompiler, made: ReturnType<NodeCompiler['compile']>): string {
  const error = made.takeError()
  return error === null ? 'Typst made no document' : JSON.stringify(compiler.fetchDiagnostics(error))
}
