import type { ImportField } from '../../../domain/import/import-field.ts'

/** Every field that a column may hold, in the order of a form. The schema beside the type would bring its library along. */
export const importFields = [
  'number',
  'received_on',
  'received_at',
  'desk',
  'guide',
  'channel',
  'origin',
  'client_kind',
  'status',
  'nationality',
  'contact_language',
  'theme',
  'sub_theme',
  'actions',
  'who_did_it',
  'outcome',
  'barriers',
  'referred_to_text',
  'minutes',
] as const satisfies readonly ImportField[]

// because: a field that is left out above fails to compile here
export type EveryField = ImportField extends (typeof importFields)[number] ? true : never
