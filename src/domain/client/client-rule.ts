// Apart from the schemas in client-card.ts: the web app needs these, and need not carry a schema library for them.

/** Who stands behind a card: one person, or a household. */
export const clientKinds = ['person', 'household'] as const
export type ClientKind = (typeof clientKinds)[number]

/** For whom a request was that is of the whole household; the function client_history says the same (migration 0034). */
export const wholeHousehold = 'family'

/** A household's card holds what was registered for the household, and nothing else. */
export const belongsOnCard = (kind: ClientKind, requestClientKind: string): boolean =>
  kind === 'person' || requestClientKind === wholeHousehold

/** For how many days somebody may let one more organisation see what others noted: a day, a month, a year. */
export const agreementDays = [1, 31, 365] as const

/** For which a card is printed, Dutch beside it. */
export const cardLanguages = ['ar', 'ary', 'fr', 'en', 'ru', 'ce', 'inh'] as const
export type CardLanguage = (typeof cardLanguages)[number]

/** What somebody is told before their name is noted: what is kept, who sees it, for how long, and how it stops. */
export const explanationPoints = ['what', 'who', 'how_long', 'stop'] as const
export type ExplanationPoint = (typeof explanationPoints)[number]
