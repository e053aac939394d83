import type { CodeListItem } from '../code-list/code-list.ts'
import { choicesOf } from '../request/offered-code.ts'
import { mostMinutes } from '../request/request-field.ts'
import { countryCodes } from './import-country.ts'
import { type CodedField, listOfField, yesNoField } from './import-field.ts'
import { languageCodes } from './import-language.ts'

/** What a value may be decided to mean, beside "unknown": the city's codes that are in use, and the world's. */
export function codesToChoose(field: CodedField, items: readonly CodeListItem[]): string[] {
  const list = listOfField[field]
  const own = (list ? choicesOf(list, { codes: items, maySeeSensitive: true }) : [])
    .filter(({ parent }) => field !== 'sub_theme' || parent !== null)
    .map(({ code }) => code)
  return [...new Set([...own, ...worldOf(field), ...answersOf(field)])]
}

function worldOf(field: CodedField): readonly string[] {
  if (yesNoField.safeParse(field).success) return ['yes', 'no']
  if (field === 'nationality') return [...countryCodes, 'stateless']
  return field === 'contact_language' ? languageCodes.map(({ code }) => code) : []
}

/** Themes, actions and barriers are not asked of a person: "would not say" is no answer there. A yes or a no is that, or not known. */
const answersOf = (field: CodedField): readonly string[] =>
  ['theme', 'sub_theme', 'actions', 'barriers', ...yesNoField.options].includes(field)
    ? []
    : ['not_asked', 'refused']

/** Whether a value of minutes may be decided to mean this; null is unknown. */
export const isMinutes = (code: string | null): boolean =>
  code === null || (/^\d{1,4}$/.test(code) && Number(code) <= mostMinutes)
