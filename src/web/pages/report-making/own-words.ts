import type { ReportPassage } from '../../../contract/report-text.ts'

type Sentence = ReportPassage['sentences'][number]

/** A part of a text: a sentence of the proposal with what it comes from, or words that the writer put there. */
export interface TextPart {
  readonly text: string
  readonly sources: Sentence['sources']
  readonly isOwn: boolean
}

/** Which sentences of a text are still those of the proposal, in the order of the text, and what lies between them. */
export function partsOf(body: string, proposed: readonly Sentence[]): TextPart[] {
  const found = proposed
    .map((sentence) => ({ sentence, at: body.indexOf(sentence.text) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
  const parts: TextPart[] = []
  let read = 0
  for (const { sentence, at } of found) {
    if (at < read) continue
    parts.push(...ownPart(body.slice(read, at)), { ...sentence, isOwn: false })
    read = at + sentence.text.length
  }
  return [...parts, ...ownPart(body.slice(read))]
}

/** Without the signs of a style, an item or a quotation; nothing where there are no words. */
function ownPart(text: string): TextPart[] {
  const words = text
    .replace(/^\s*[->] /gm, '')
    .replace(/\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(words) ? [{ text: words, sources: [], isOwn: true }] : []
}
