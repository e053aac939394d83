/**
 * A French catalogue with its spaces before : ; ! ? and inside « » as ones that never end a line (U+00A0). Whoever writes
 * a sentence types any space.
 */
export const withFrenchSpaces = (words: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [key, set(value)]))

const set = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/[ \u202f](?=[:;!?»])/g, '\u00a0').replace(/«[ \u202f]/g, '«\u00a0')
    : typeof value === 'object' && value !== null
      ? withFrenchSpaces({ ...value })
      : value
