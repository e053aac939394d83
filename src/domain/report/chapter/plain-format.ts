/** A few words in one style. */
export interface Run {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

export interface Paragraph {
  readonly isItem: boolean
  readonly runs: readonly Run[]
}

/**
 * Plain formatting as people type it: an empty line begins a paragraph, "- " an item of a list, **bold**, *italic*.
 * Every text can be read so: a star without its other half is a star.
 */
export const readPlainFormat = (body: string): Paragraph[] =>
  body.split(/\n(?:[^\S\n]*\n)+/).flatMap((part) => readPart(part.split('\n')))

/** Lines that follow each other are one paragraph, but each item is its own. */
function readPart(lines: readonly string[]): Paragraph[] {
  const paragraphs: { isItem: boolean; text: string }[] = []
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== '')) {
    const last = paragraphs.at(-1)
    if (item.test(line)) paragraphs.push({ isItem: true, text: line.replace(item, '') })
    else if (last) last.text = `${last.text} ${line}`
    else paragraphs.push({ isItem: false, text: line })
  }
  return paragraphs.map(({ isItem, text }) => ({ isItem, runs: readRuns(text) }))
}

const item = /^[-•]\s+/

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
