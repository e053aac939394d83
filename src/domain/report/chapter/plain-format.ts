/** A few words in one style. */
export interface Run {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

export interface Paragraph {
  /** Words, an item of a list, or what somebody said. */
  readonly kind: 'words' | 'item' | 'quotation'
  readonly runs: readonly Run[]
}

/**
 * Plain formatting as people type it: an empty line begins a paragraph, "- " an item of a list, "> " a quotation,
 * **bold**, *italic*.
 * Every text can be read so: a star without its other half is a star.
 */
export const readPlainFormat = (body: string): Paragraph[] =>
  body.split(/\n(?:[^\S\n]*\n)+/).flatMap((part) => readPart(part.split('\n')))

/** Lines that follow each other are one paragraph, those of a quotation too, but each item is its own. */
function readPart(lines: readonly string[]): Paragraph[] {
  const paragraphs: { kind: Paragraph['kind']; text: string }[] = []
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== '')) {
    const last = paragraphs.at(-1)
    const { kind, text } = readLine(line)
    if (last && (kind === 'words' || (kind === 'quotation' && last.kind === kind)))
      last.text = `${last.text} ${text}`
    else paragraphs.push({ kind, text })
  }
  return paragraphs.map(({ kind, text }) => ({ kind, runs: readRuns(text) }))
}

function readLine(line: string): { readonly kind: Paragraph['kind']; readonly text: string } {
  const kind = item.test(line) ? 'item' : quotation.test(line) ? 'quotation' : 'words'
  return { kind, text: line.replace(kind === 'item' ? item : kind === 'quotation' ? quotation : '', '') }
}

const item = /^[-•]\s+/
const quotation = /^>\s+/

// A style begins and ends at a word, so that "5 * 4 * 3" is a sum.
const styled = /\*\*(?=\S)(?<bold>.+?)(?<=\S)\*\*(?!\*)|\*(?=[^\s*])(?<italic>[^*]+?)(?<=\S)\*/u

function readRuns(text: string, style = { bold: false, italic: false }): Run[] {
  const found = styled.exec(text)
  if (!found?.groups) return text === '' ? [] : [{ text, ...style }]
  const { bold, italic } = found.groups
  return [
    ...readRuns(text.slice(0, found.index), style),
    ...readRuns(bold ?? italic ?? '', {
      bold: style.bold || bold !== undefined,
      italic: style.italic || italic !== undefined,
    }),
    ...readRuns(text.slice(found.index + found[0].length), style),
  ]
}

/** The words without their styles. */
export const plainWords = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('')
