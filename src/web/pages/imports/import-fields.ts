import type { ImportField } from '../../../domain/import/import-field.ts'

// A field that is left out fails to compile. The schema beside the type would bring its library along.
const fields: Record<ImportField, true> = {
  number: true,
  received_on: true,
  received_at: true,
  desk: true,
  guide: true,
  channel: true,
  origin: true,
  client_kind: true,
  asked_by: true,
  status: true,
  nationality: true,
  contact_language: true,
  language_help: true,
  neighbourhood: true,
  first_visit: true,
  theme: true,
  sub_theme: true,
  actions: true,
  who_did_it: true,
  outcome: true,
  barriers: true,
  referred_to_text: true,
  minutes: true,
  tip: true,
  own_words: true,
  may_quote: true,
}

/** Every field that a column may hold, in the order of a form. */
// because: Object.keys of the literal above gives exactly its keys
export const importFields = Object.keys(fields) as ImportField[]
