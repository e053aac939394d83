/** Some words of a text that came, went or stayed. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/**
 * What changed from one text to the next, word by word: what stayed and came is the later text as it stands, what went
 * stands where it stood. Spaces and lines alone are no change.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const isSame = (at: number, then: number) => bare(old[at] ?? '') === bare(now[then] ?? '')
  let first = 0
  while (first < old.length && first < now.length && isSame(first, first)) first++
  let last = 0
  const rest = Math.min(old.length, now.length) - first
  while (last < rest && isSame(old.length - 1 - last, now.length - 1 - last)) last++
  const middle = [old.slice(first, old.length - last), now.slice(first, now.length - last)] as const
  return together([
    ...now.slice(0, first).map(same),
    ...middleChanges(...middle),
    ...now.slice(now.length - last).map(same),
  ])
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? []
const bare = (word: string): string => word.trim()
const same = (text: string): WordChange => ({ kind: 'same', text })
const added = (text: string): WordChange => ({ kind: 'added', text })
const removed = (text: string): WordChange => ({ kind: 'removed', text })

/** Two thousand words beside two thousand: beyond it all of them changed. */
const mostPairs = 4_000_000

function middleChanges(old: readonly string[], now: readonly string[]): WordChange[] {
  if (old.length * now.length > mostPairs) return [...old.map(removed), ...now.map(added)]
  const width = now.length + 1
  const [oldWords, nowWords] = [old.map(bare), now.map(bare)]
  // How many words two texts share from a place in each on.
  const shared = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => shared[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      shared[row * width + column] =
        oldWords[row] === nowWords[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const changes: WordChange[] = []
  let [row, column] = [0, 0]
  for (let [went, came] = [old[0], now[0]]; went !== undefined || came !== undefined; ) {
    if (went !== undefined && came !== undefined && bare(went) === bare(came)) {
      changes.push(same(came))
      row++
      column++
    } else if (went !== undefined && (came === undefined || at(row + 1, column) >= at(row, column + 1))) {
      changes.push(removed(went))
      row++
    } else if (came !== undefined) {
      changes.push(added(came))
      column++
    }
    ;[went, came] = [old[row], now[column]]
  }
  return changes
}

/** Words of one kind that follow each other are one part; what went never sticks to the word behind it. */
const together = (changes: readonly WordChange[]): WordChange[] =>
  changes
    .reduce<WordChange[]>((parts, change) => {
      const last = parts.at(-1)
      if (last?.kind !== change.kind) parts.push(change)
      else parts[parts.length - 1] = { ...last, text: last.text + change.text }
      return parts
    }, [])
    .map((part, at, parts) =>
      part.kind === 'removed' && /^\S/.test(parts[at + 1]?.text ?? '')
        ? { ...part, text: `${part.text} ` }
        : part,
    )
