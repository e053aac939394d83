// Apart from the schema in follow-up.ts: the web app needs these, and need not carry a schema library for them.

/** From what kind of sender a letter comes. */
export const letterSenders = [
  'city',
  'ocmw',
  'health_fund',
  'energy',
  'landlord',
  'school',
  'work',
  'federal',
  'flemish',
  'police_justice',
  'debt',
  'other',
] as const
export type LetterSender = (typeof letterSenders)[number]

export const mostFollowUps = 5
export const mostFollowUpCharacters = 80
