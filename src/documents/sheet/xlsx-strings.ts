import { SheetFault } from './sheet-fault.ts'
import { unescapeText } from './xlsx-value.ts'
import { readWholeXml } from './xml-reading.ts'
import type { Archive } from './zip-archive.ts'

/** Most characters that a cell may hold; Excel stops at 32,767. */
const longestText = 100_000
const mostCharacters = 100_000_000

/**
 * Reads a workbook's table of texts; without one it is empty. Throws a SheetFault when one text (`cell_too_long`) or
 * all together (`zip_bomb`) are longer than memory should hold.
 */
export async function readStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  const collector = collectText()
  let characters = 0
  await readWholeXml(archive.read(part), {
    opened: (tag) => (tag === 'si' ? collector.start() : collector.opened(tag)),
    closed: (tag) => {
      collector.closed(tag)
      if (tag !== 'si') return
      const text = unescapeText(collector.take())
      characters += text.length + overhead
      if (characters > mostCharacters) throw new SheetFault('zip_bomb')
      strings.push(text)
    },
    text: collector.text,
  })
  return strings
}

// What a text costs besides its characters.
const overhead = 16

/** Collects the text of `t` or `v` elements: plain or in pieces, without the phonetic signs in `rPh`. */
export function collectText() {
  let [text, isText, isPhonetic] = ['', false, false]
  return {
    start: () => {
      text = ''
    },
    opened: (tag: string) => {
      if (tag === 't' || tag === 'v') isText = !isPhonetic
      else if (tag === 'rPh') isPhonetic = true
    },
    closed: (tag: string) => {
      if (tag === 't' || tag === 'v') isText = false
      else if (tag === 'rPh') isPhonetic = false
    },
    text: (more: string) => {
      if (!isText) return
      text += more
      if (text.length > longestText) throw new SheetFault('cell_too_long')
    },
    take: () => detach(text),
  }
}

/** A text of its own: one cut from a piece of a file would keep that whole piece in memory. */
const detach = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())
