import type { CodeListEntry } from '../../../contract/code-list.ts'
import { normalise } from '../../../domain/import/import-text.ts'

/** The codes in which every typed word stands, in any language; a sub-theme brings its theme along. */
export function findCodes(codes: readonly CodeListEntry[], typed: string): readonly CodeListEntry[] {
  const words = normalise(typed).split(' ').filter(Boolean)
  if (words.length === 0) return codes
  const hit = codes.filter((item) => {
    const text = textOf(item)
    return words.every((word) => text.includes(word))
  })
  const themes = new Set(hit.map(({ parent }) => parent))
  return codes.filter((item) => hit.includes(item) || themes.has(item.code))
}

const textOf = ({ code, labels, definitions, synonyms }: CodeListEntry): string =>
  normalise([code, ...Object.values(labels), ...Object.values(definitions), ...synonyms].join(' '))
