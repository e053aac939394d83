import type { CodeListName } from '../code-list/code-list.ts'

/** The fields that count requests per code, and the code list that names their codes; a desk has only its own name. */
export const shareFields = {
  themes: 'theme',
  languages: 'contact_language',
  desks: undefined,
  clientKinds: 'client_kind',
  statuses: 'status',
  origins: 'origin',
  actions: 'action',
  whoDidIt: 'who_did_it',
  outcomes: 'outcome',
  barriers: 'barrier',
} as const satisfies Record<string, CodeListName | undefined>

export type ShareField = keyof typeof shareFields

export const isShareField = (field: string): field is ShareField => Object.hasOwn(shareFields, field)
