import type { Lookup } from './import-lookup.ts'
import { normalise } from './import-text.ts'

const mostSuggestions = 3
const longestCompared = 60

/** The codes whose spellings look most like a value that nothing knows, best first; none when nothing comes near. */
export function suggestCodes(value: string, entries: Lookup['entries']): string[] {
  const asked = normalise(value).slice(0, longestCompared)
  const best = new Map<string, number>()
  for (const { spelling, code } of entries) {
    const distance = distanceBetween(asked, spelling)
    if (distance < (best.get(code) ?? Number.POSITIVE_INFINITY)) best.set(code, distance)
  }
  return [...best]
    .filter(([, distance]) => Number.isFinite(distance))
    .sort(([codeA, a], [codeB, b]) => a - b || (codeA < codeB ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(([code]) => code)
}

/** Slips of the pen between two spellings; infinite when they are too many to be slips. */
function distanceBetween(asked: string, spelling: string): number {
  const most = Math.max(1, Math.floor(asked.length / 3))
  const slips = Math.abs(asked.length - spelling.length) > most ? most + 1 : countSlips(asked, spelling)
  if (slips <= most) return slips
  return containsWords(asked, spelling) || containsWords(spelling, asked)
    ? most + 1
    : Number.POSITIVE_INFINITY
}

const containsWords = (whole: string, part: string): boolean =>
  part.length >= 4 && ` ${whole.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${part} `)

/** Letters added, dropped, changed or swapped with their neighbour (optimal string alignment distance). */
export function countSlips(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + same,
          swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (distances: readonly number[], position: number) => distances[position] ?? Number.POSITIVE_INFINITY
