import { z } from 'zod'
import { cardPictures } from './card-picture.ts'
import { agreementDays, cardLanguages, clientKinds } from './client-rule.ts'
import { spokenLanguage } from './spoken-language.ts'

export const clientKind = z.enum(clientKinds)
export const cardPicture = z.enum(cardPictures)
export const cardLanguage = z.enum(cardLanguages)

export const cardsPerSheet = 8

/** What was written down about a card; each once, and never taken back. */
export interface CardFacts {
  readonly linkedAt: Date | null
  readonly replacedAt: Date | null
  readonly stoppedAt: Date | null
}

export const cardState = z.enum(['blank', 'linked', 'replaced', 'stopped'])
export type CardState = z.infer<typeof cardState>

export function cardStateOf({ linkedAt, replacedAt, stoppedAt }: CardFacts): CardState {
  if (stoppedAt) return 'stopped'
  if (replacedAt) return 'replaced'
  return linkedAt ? 'linked' : 'blank'
}

/** From which state a card may be linked to somebody, replaced by another card, or stopped for good. */
const cardMoves = {
  link: ['blank'],
  replace: ['linked'],
  stop: ['blank', 'linked'],
} as const satisfies Record<string, readonly CardState[]>

export const mayMove = (move: keyof typeof cardMoves, facts: CardFacts): boolean =>
  cardMoves[move].some((state) => state === cardStateOf(facts))

export const agreementContent = z.strictObject({
  days: z.union(agreementDays.map((days) => z.literal(days))),
  /** In which it was asked. */
  language: spokenLanguage,
})
export type AgreementContent = z.infer<typeof agreementContent>
