import type { CodeListItem, CodeListName } from '../code-list/code-list.ts'
import type { DeskId, MemberId, OrganizationId } from '../id.ts'
import type { LocalTime } from '../import/clock.ts'
import { type LocalDate, monthOf } from '../local-date.ts'
import { type Dice, throwDice, type Weighted, weigh } from './dice.ts'
import { nationalities, neighbourhoods, ownWords, services, tips, weights } from './seed-weights.ts'

/** A day on which a desk is open, from when to when (minutes after midnight). */
export interface OpenDesk {
  readonly deskId: DeskId
  readonly day: LocalDate
  readonly opens: number
  readonly closes: number
}

export interface SeedGuide {
  readonly id: MemberId
  readonly organizationId: OrganizationId
}

export interface SeedBasis {
  readonly codes: readonly CodeListItem[]
  /** Never empty. */
  readonly openDesks: readonly OpenDesk[]
  /** Never empty. */
  readonly guides: readonly SeedGuide[]
  readonly rows: number
  readonly seed: number
}

/** An invented help request; `visit` numbers the visit it came with. Codes may be sensitive: the store sets them apart. */
export interface SeedRequest extends Visit, Question {
  readonly visit: number
}

interface Visit {
  readonly day: LocalDate
  readonly time: LocalTime
  readonly deskId: DeskId
  readonly guideId: MemberId
  readonly organizationId: OrganizationId
  readonly channel: string
  readonly origin: string
  readonly clientKind: string
  readonly status: string
  readonly nationality: string
  readonly contactLanguage: string
  readonly neighbourhood: string | null
  readonly firstVisit: boolean | null
}

interface Question {
  readonly theme: string
  readonly subTheme: string | null
  readonly actions: readonly string[]
  readonly whoDidIt: string
  readonly outcome: string
  readonly barriers: readonly string[]
  readonly minutes: number | null
  readonly referredTo: string | null
  readonly tip: string | null
  readonly ownWords: string | null
  readonly mayQuote: boolean | null
}

/**
 * Lifelike help requests, as many as asked, the same for the same basis. Quiet and busy months, one to three questions a
 * visit, languages that go with nationalities, themes and outcomes as often as reports say.
 */
export function* seedRequests(basis: SeedBasis): Generator<SeedRequest> {
  const dice = throwDice(basis.seed)
  const draw = makeDraw(basis, dice)
  let rows = 0
  for (let visit = 0; rows < basis.rows; visit++) {
    const facts = draw.visit()
    const questions = Math.min(dice.weighted(questionsPerVisit), basis.rows - rows)
    for (let each = 0; each < questions; each++) {
      yield { visit, ...facts, ...draw.question() }
      rows++
    }
  }
}

const questionsPerVisit = weigh([1, 2, 3], (count) => [78, 17, 5][count - 1] ?? 0)
const minutesAsked: readonly (number | null)[] = [null, null, 5, 10, 10, 15, 15, 30, 60]
/** January to December: summer is quiet, the months after it are not. */
const busyness = [11, 10, 9, 8, 9, 10, 5, 4, 11, 10, 9, 8]

/** Few say something that is worth noting, and not all of them are asked whether it may be quoted. */
const drawWords = (dice: Dice): Pick<Question, 'ownWords' | 'mayQuote'> =>
  dice.chance(0.03)
    ? { ownWords: dice.one(ownWords), mayQuote: dice.one([true, true, false, null]) }
    : { ownWords: null, mayQuote: null }

function makeDraw({ codes, openDesks, guides, seed }: SeedBasis, dice: Dice) {
  // Dice of their own: what a seed said before it knew words stays as it was.
  const words = throwDice(seed + 1)
  const days = weigh(openDesks, ({ day }) => busyness[Number(monthOf(day).slice(5)) - 1] ?? 1)
  const people = weigh(Object.keys(nationalities), (code) => nationalities[code]?.weight ?? 0)
  const languages = new Map(
    people.values.map((code) => [code, weighKeys(nationalities[code]?.languages ?? {})]),
  )
  const list = (name: CodeListName) => weighCodes(codes, name)
  const [themes, actions, barriers, outcomes] = [
    list('theme'),
    list('action'),
    list('barrier'),
    list('outcome'),
  ]
  const [who, kinds, statuses] = [list('who_did_it'), list('client_kind'), list('status')]
  const [channels, origins] = [list('channel'), list('origin')]
  const subThemes = new Map(themes.values.map((theme) => [theme, weighSubThemes(codes, theme)]))
  const several = (from: Weighted<string>, most: number) => [
    ...new Set(Array.from({ length: 1 + dice.whole(most) }, () => dice.weighted(from))),
  ]
  return {
    visit: (): Visit => {
      const { deskId, day, opens, closes } = dice.weighted(days)
      const guide = dice.one(guides)
      const minute = opens + dice.whole(Math.max(1, closes - opens))
      const nationality = dice.weighted(people)
      return {
        day,
        time: { hours: Math.floor(minute / 60), minutes: minute % 60 },
        deskId,
        guideId: guide.id,
        organizationId: guide.organizationId,
        channel: dice.weighted(channels),
        origin: dice.weighted(origins),
        clientKind: dice.weighted(kinds),
        status: dice.weighted(statuses),
        nationality,
        contactLanguage: dice.weighted(languages.get(nationality) ?? people),
        neighbourhood: dice.chance(0.6) ? dice.one(neighbourhoods) : null,
        firstVisit: dice.chance(0.8) ? dice.chance(0.4) : null,
      }
    },
    question: (): Question => {
      const theme = dice.weighted(themes)
      const outcome = dice.weighted(outcomes)
      const own = subThemes.get(theme)
      return {
        theme,
        subTheme: own && own.values.length > 0 && dice.chance(0.75) ? dice.weighted(own) : null,
        actions: several(actions, 3),
        whoDidIt: dice.weighted(who),
        outcome,
        barriers: dice.chance(0.45) ? several(barriers, 2) : [],
        minutes: dice.one(minutesAsked),
        referredTo: outcome.startsWith('referred') ? dice.one(services) : null,
        tip: dice.chance(0.05) ? dice.one(tips) : null,
        ...drawWords(words),
      }
    },
  }
}

const weighKeys = (table: Readonly<Record<string, number>>) =>
  weigh(Object.keys(table), (key) => table[key] ?? 0)

function weighCodes(codes: readonly CodeListItem[], name: CodeListName): Weighted<string> {
  const own = codes.filter(({ list, parent, active }) => list === name && parent === null && active)
  return weigh(
    own.map(({ code }) => code),
    (code) => weights[name]?.[code] ?? 1,
  )
}

/** The first sub-themes of a list are the usual ones. */
const weighSubThemes = (codes: readonly CodeListItem[], theme: string): Weighted<string> =>
  weigh(
    codes
      .filter(({ list, parent, active }) => list === 'theme' && parent === theme && active)
      .map(({ code }) => code),
    (_, position) => 1 / (1 + position),
  )
