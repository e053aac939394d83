import { foldName, hasCapital, isAllCapitals, type NameWord, nameWords } from './name-word.ts'

/** What a title of an event seems to tell of a person. */
export const eventConcerns = ['health', 'name'] as const
export type EventConcern = (typeof eventConcerns)[number]

/** Names of people, and of what is no person: desks, organisations, countries, languages. */
interface TitleNames {
  readonly people: readonly string[]
  readonly others: readonly string[]
}

/**
 * Why somebody should look twice before a title of an event is published: it tells of illness, birth or death, or it holds
 * what looks like a person's name. It sees words, not their sense: it warns, and forbids nothing.
 */
export function concernsOf(title: string, { people, others }: TitleNames): EventConcern[] {
  const words = nameWords(title)
  // Somebody may be written down as nadia.
  const names = new Set(
    people
      .flatMap(nameWords)
      .map(({ folded }) => folded)
      .filter((word) => !particles.has(word)),
  )
  const known = new Set(others.flatMap(nameWords).map(stem))
  const looksLikeName = (word: NameWord, place: number) =>
    isNameLike(word.text) && (names.has(word.folded) || (place > 0 && !known.has(stem(word))))
  return [
    ...(health.test(foldName(title)) ? (['health'] as const) : []),
    ...(words.some(looksLikeName) ? (['name'] as const) : []),
  ]
}

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

/** OCMW is no name of a person, nor is a single letter. */
const isNameLike = (word: string): boolean => hasCapital(word) && !isAllCapitals(word) && word.length > 2

/** Oekraïense is known by Oekraïne. */
const stem = ({ folded }: NameWord): string => folded.slice(0, 5)

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
