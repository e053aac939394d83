import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { SheetFault } from './sheet-fault.ts'

export type XmlAttributes = Readonly<Record<string, string>>

/** Told what passes by. Names come without their prefix: every program chooses its own. */
export interface XmlListener {
  readonly opened?: (name: string, attributes: XmlAttributes) => void
  readonly closed?: (name: string) => void
  readonly text?: (text: string) => void
}

const deepest = 100
// A text, tag or comment of more than this is no cell of a spreadsheet.
const longestToken = 1_000_000

/**
 * Reads XML piece by piece, and lets its caller go on after each. Throws a SheetFault: `file_damaged` when it is not
 * well-formed, `xml_entities` when it declares a document type, by which XML fetches files and swells.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  { opened, closed, text }: XmlListener,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  let silence = 0
  parser.on('error', () => fail('file_damaged'))
  parser.on('doctype', () => fail('xml_entities'))
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0
    if (++depth > deepest) fail('file_damaged')
    opened?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    silence = 0
    depth--
    closed?.(localName(name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  for await (const piece of decodeXml(bytes)) {
    parser.write(piece)
    silence += piece.length
    if (silence > longestToken) fail('cell_too_long')
    yield
  }
  parser.close()
}

/** Reads XML to its end. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(bytes, listener));
}

/** The text of an XML file: UTF-8, or UTF-16 with its mark. */
export async function* decodeXml(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: StringDecoder | undefined
  let start = Buffer.alloc(0)
  for await (const piece of bytes) {
    if (decoder) yield decoder.write(piece)
    else {
      start = Buffer.concat([start, piece])
      if (start.length < 2) continue
      decoder = new StringDecoder(start[0] === 0xff && start[1] === 0xfe ? 'utf16le' : 'utf8')
      yield decoder.write(start)
    }
  }
  yield decoder?.end() ?? ''
}

/** An attribute by the name behind its prefix: `r:id` is `id` of another namespace than `id` itself. */
export const prefixed = (attributes: XmlAttributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function fail(code: string): never {
  throw new SheetFault(code)
}
