// Apart from the schemas in request-fact.ts: the web app needs these, and need not carry a schema library for them.

/** What a guide registers about one help request, in the order in which people read it. */
export const requestFields = [
  'receivedOn',
  'receivedTime',
  'deskId',
  'channel',
  'origin',
  'clientKind',
  'askedBy',
  'status',
  'nationality',
  'contactLanguage',
  'languageHelp',
  'neighbourhood',
  'firstVisit',
  'theme',
  'subTheme',
  'actions',
  'whoDidIt',
  'outcome',
  'barriers',
  'minutes',
  'referredTo',
  'tip',
] as const
export type RequestField = (typeof requestFields)[number]

/** A visit of a whole day. */
export const mostMinutes = 1440

/** Most characters of what is typed. */
export const mostCharacters = { neighbourhood: 100, referredTo: 300, tip: 140, reason: 300 } as const
