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
  'ownWords',
  'mayQuote',
] as const
export type RequestField = (typeof requestFields)[number]

/** A visit of a whole day. */
export const mostMinutes = 1440

/** What somebody said: no colleague reads it, only whoever may see the sensitive codes of the request (decision 0027). */
export const saidFields = ['ownWords', 'mayQuote'] as const satisfies RequestField[]
type SaidField = (typeof saidFields)[number]

const isSaid = (field: RequestField): field is SaidField => saidFields.some((said) => said === field)

/** What of a request stands in a list, in that order: never minutes, which beside a name would measure a colleague. */
export const listedFields = requestFields.flatMap((field) =>
  field === 'minutes' || isSaid(field)
    ? []
    : field === 'deskId'
      ? (['desk', 'guide', 'caretaker', 'organization'] as const)
      : ([field] as const),
)
export type ListedField = (typeof listedFields)[number]

/** What may leave as a row. */
export const exportedFields = [...listedFields, ...saidFields] as const
export type ExportedField = ListedField | SaidField

/** Most characters of what is typed. */
export const mostCharacters = {
  neighbourhood: 100,
  referredTo: 300,
  tip: 140,
  ownWords: 200,
  reason: 300,
} as const
