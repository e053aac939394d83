/** A text and what of it is selected, as a text area has it. */
export interface Selected {
  readonly text: string
  readonly start: number
  readonly end: number
}

export const marks = { bold: '**', italic: '*' } as const
export type Mark = keyof typeof marks

/** Puts the selected words between the signs of a style, or takes these away where they have them already. */
export function toggleMark({ text, start, end }: Selected, mark: Mark): Selected {
  const sign = marks[mark]
  const [before, words, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (hasSign(before, sign, 'end') && hasSign(after, sign, 'start'))
    return {
      text: before.slice(0, -sign.length) + words + after.slice(sign.length),
      start: start - sign.length,
      end: end - sign.length,
    }
  // A style begins and ends at a word: spaces at the edges of what was selected stay outside.
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? []
  const from = start + lead.length + sign.length
  return { text: before + lead + sign + core + sign + trail + after, start: from, end: from + core.length }
}

/** One star of two is not the sign of italic. */
function hasSign(text: string, sign: string, edge: 'start' | 'end'): boolean {
  const stars = (edge === 'end' ? /\**$/ : /^\**/).exec(text)?.[0].length ?? 0
  return sign.length === 2 ? stars >= 2 : stars === 1 || stars === 3
}

export const lineSigns = { list: '- ', quotation: '> ' } as const
export type LineKind = keyof typeof lineSigns

/** Makes the selected lines items of a list or a quotation, or ordinary lines again where all of them are that already. */
export function toggleLines({ text, start, end }: Selected, kind: LineKind): Selected {
  const sign = lineSigns[kind]
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end)
  const lines = text.slice(from, to).split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  const isSo = filled.length > 0 && filled.every((line) => line.startsWith(sign))
  const changed = lines
    .map((line) => {
      if (isSo) return line.slice(sign.length)
      return (line.trim() === '' && lines.length > 1) || line.startsWith(sign) ? line : sign + line
    })
    .join('\n')
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length }
}
