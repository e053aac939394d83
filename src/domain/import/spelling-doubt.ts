import type { CodedField } from './import-field.ts'
import type { CodeName } from './import-names.ts'

const refugees =
  'erkend vluchteling|erkende vluchteling|vluchteling|subsidiaire bescherming|subsidiair beschermde|réfugié reconnu'

/**
 * What people write and what may mean one of several codes: never read without asking, only suggested. A city that
 * gives such a word to a code of its own has it read.
 */
const doubtful: Readonly<Partial<Record<CodedField, Readonly<Record<string, readonly string[]>>>>> = {
  status: { [refugees]: ['newcomer', 'in_programme', 'other'], 'asiel|asile|asylum': ['other', 'newcomer'] },
  nationality: { 'Congolees|Congolese|Congolais|Congolaise': ['CD', 'CG'] },
  contact_language: { 'Berbers|Berbère|Berber': ['rif', 'tzm', 'shi'] },
  language_help: {
    'tolk|met tolk|interprète|interpreter': ['interpreter_on_site', 'interpreter_phone', 'interpreter_video'],
  },
  who_did_it: { 'zelf|seul|self': ['done_self', 'done_self_supported'] },
}

/** The codes that a value of the field may mean, under each of its spellings. */
export const doubtfulNames = (field: CodedField): CodeName[] =>
  Object.entries(doubtful[field] ?? {}).flatMap(([line, codes]) =>
    line.split('|').flatMap((name) => codes.map((code) => ({ code, name }))),
  )
