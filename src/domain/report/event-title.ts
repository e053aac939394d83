/** What a title of an event seems to tell of a person. */
export const eventConcerns = ['health', 'name'] as const
export type EventConcern = (typeof eventConcerns)[number]

/** Names that a city knows: of its people, and of what is no person: desks, organisations, countries, languages. */
export interface KnownNames {
  readonly people: readonly string[]
  readonly others: readonly string[]
}

/**
 * Why somebody should look twice before a title of an event is published: it tells of illness, birth or death, or it holds
 * what looks like a person's name. It sees words, not their sense: it warns, and forbids nothing.
 */
export function concernsOf(title: string, { people, others }: KnownNames): EventConcern[] {
  const words = wordsOf(title)
  // Somebody may be written down as nadia.
  const names = new Set(
    people
      .flatMap(wordsOf)
      .map(folded)
      .filter((word) => !particles.has(word)),
  )
  const known = new Set(others.flatMap(wordsOf).map(stem))
  const looksLikeName = (word: string, place: number) =>
    isCapital(word) && (names.has(folded(word)) || (place > 0 && !known.has(stem(word))))
  return [
    ...(health.test(folded(words.join(' '))) ? (['health'] as const) : []),
    ...(words.some(looksLikeName) ? (['name'] as const) : []),
  ]
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{M}’'-]+/u).filter((word) => word !== '')

/** Between a first and a last name; at the beginning of a title they are ordinary words. */
const particles = new Set([
  'van',
  'den',
  'der',
  'ten',
  'ter',
  'het',
  'von',
  'bin',
  'ibn',
  'ben',
  'des',
  'les',
])

/** A capital and small letters: OCMW is no name of a person, nor is a single letter. */
const isCapital = (word: string): boolean => /^\p{Lu}.*\p{Ll}/u.test(word) && word.length > 2

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Oekraïense is known by Oekraïne. */
const stem = (word: string): string => folded(word).slice(0, 5)

/** Beginnings of words about illness, birth, care and death in Dutch, French and English, folded. */
const health = new RegExp(
  `(?<!\\p{L})(?:${[
    'ziek|griep|corona|covid|operatie|zwanger|bevall|geboorte|overlijd|overled|gestorven|begrafenis|rouw|kanker|depress|burn',
    'revalid|arbeidsongeschikt|ongeval|ouderschap|moederschap|vaderschap|zorgverlof|psych|verslav',
    'malad|hopita|grossesse|enceinte|accouche|naissance|deces|decede|funeraill|deuil|cancer|maternite|paternite',
    'ill(?:ness)?(?!\\p{L})|sick|hospital|surgery|pregnan|birth|maternity|paternity|died|death|funeral|accident',
  ].join('|')})`,
  'u',
)
