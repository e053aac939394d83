import type { CodeListName } from '../code-list/code-list.ts'

/**
 * The fields that count requests per code, and the code list that names their codes; a desk has only its own name, and a
 * first visit is no list of the city.
 */
export const shareFields = {
  themes: 'theme',
  languages: 'contact_language',
  desks: undefined,
  clientKinds: 'client_kind',
  statuses: 'status',
  firstVisits: 'first_visit',
  origins: 'origin',
  actions: 'action',
  whoDidIt: 'who_did_it',
  outcomes: 'outcome',
  barriers: 'barrier',
} as const satisfies Record<string, CodeListName | 'first_visit' | undefined>

export type ShareField = keyof typeof shareFields

/** The shares of a field; none in a report from before it was counted. */
export const sharesIn = <S>(
  report: { readonly [Field in ShareField]?: readonly S[] | undefined },
  field: ShareField,
): readonly S[] => report[field] ?? []

export const isShareField = (field: string): field is ShareField => Object.hasOwn(shareFields, field)
