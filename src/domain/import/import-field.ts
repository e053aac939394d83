import { z } from 'zod'
import type { CodeListName } from '../code-list/code-list.ts'
import { mostCharacters } from '../request/request-field.ts'

/** What a column of an imported spreadsheet may hold: the columns of help_request, and the spreadsheet's own number. */
export const importField = z.enum([
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
  'asked_by',
  'language_help',
  'neighbourhood',
  'first_visit',
  'tip',
  'own_words',
  'may_quote',
])
export type ImportField = z.infer<typeof importField>

/** The fields whose values are codes. */
export const codedField = importField.extract([
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
  'asked_by',
  'language_help',
  'first_visit',
  'may_quote',
])
export type CodedField = z.infer<typeof codedField>

/** The fields that are a yes or a no. */
export const yesNoField = codedField.extract(['first_visit', 'may_quote'])
export type YesNoField = z.infer<typeof yesNoField>

/** The city's list behind a coded field; none where the codes are countries, or yes and no. */
export const listOfField: Readonly<Record<CodedField, CodeListName | null>> = {
  channel: 'channel',
  origin: 'origin',
  client_kind: 'client_kind',
  status: 'status',
  nationality: null,
  contact_language: 'contact_language',
  theme: 'theme',
  sub_theme: 'theme',
  actions: 'action',
  who_did_it: 'who_did_it',
  outcome: 'outcome',
  barriers: 'barrier',
  asked_by: 'asked_by',
  language_help: 'language_help',
  first_visit: null,
  may_quote: null,
}

/** Fields without which a row says nothing: their columns and their cells must be there. */
export const requiredFields: readonly ImportField[] = ['received_on', 'theme']

/** Most characters that a cell may hold. */
export const lengthLimits: Readonly<Partial<Record<ImportField, number>>> = {
  number: 60,
  desk: 100,
  guide: 100,
  referred_to_text: mostCharacters.referredTo,
  neighbourhood: mostCharacters.neighbourhood,
  tip: mostCharacters.tip,
  own_words: mostCharacters.ownWords,
  actions: 2000,
  barriers: 2000,
}
export const lengthLimit = 300
