import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** All the text in it. */
  text: string
}

/** The parts of an Office document, and their elements in order of opening. Throws when one is not well-formed. */
export function openPackage(bytes: Uint8Array) {
  const parts = unzipSync(bytes)
  const partOf = (name: string): Uint8Array => {
    const part = parts[name]
    if (!part) throw new Error(`no part ${name}`)
    return part
  }
  return {
    names: Object.keys(parts),
    bytesOf: partOf,
    textOf: (name: string) => strFromU8(partOf(name)),
    elementsOf: (name: string, element: string) =>
      readElements(strFromU8(partOf(name))).filter((one) => one.name === element),
  }
}

function readElements(xml: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser({ position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    // because: a parser that does not look at namespaces gives plain strings
    const element = { name, attributes: attributes as Record<string, string>, text: '' }
    all.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return all
}
