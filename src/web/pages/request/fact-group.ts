import type { RequestField } from '../../../domain/request/request-field.ts'

/** The fields of a request as people talk about them: what it was about, who asked, what was done, where and when. */
export const factGroups = [
  { group: 'question', fields: ['theme', 'subTheme'] },
  {
    group: 'person',
    fields: [
      'clientKind',
      'askedBy',
      'status',
      'nationality',
      'contactLanguage',
      'languageHelp',
      'firstVisit',
      'neighbourhood',
    ],
  },
  {
    group: 'answer',
    fields: [
      'actions',
      'whoDidIt',
      'outcome',
      'referredTo',
      'barriers',
      'minutes',
      'tip',
      'ownWords',
      'mayQuote',
    ],
  },
  { group: 'place', fields: ['receivedOn', 'receivedTime', 'deskId', 'channel', 'origin'] },
] as const satisfies readonly { group: string; fields: readonly RequestField[] }[]

export type FactGroup = (typeof factGroups)[number]['group']
