import type { CodeListItem, CodeListName } from '../code-list/code-list.ts'
import { isOffered } from '../code-list/needed-code.ts'
import type { RequestField } from './request-field.ts'

// Apart from the rules in request-rule.ts, which know every country and language: a form needs these alone.

/** What tells whether a code can be chosen. */
export type OfferedCode = Pick<CodeListItem, 'list' | 'code' | 'parent' | 'active' | 'sensitive'>

/** The list of each coded field. Themes have sub-themes and nationalities are countries: those have rules of their own. */
export const listOfFact = {
  channel: 'channel',
  origin: 'origin',
  clientKind: 'client_kind',
  askedBy: 'asked_by',
  status: 'status',
  contactLanguage: 'contact_language',
  languageHelp: 'language_help',
  actions: 'action',
  whoDidIt: 'who_did_it',
  outcome: 'outcome',
  barriers: 'barrier',
} as const satisfies Partial<Record<RequestField, CodeListName>>

export type ListedField = keyof typeof listOfFact

/** What of a list can be chosen now: in use, under a theme in use, and not sensitive for whoever may not see that. */
export function choicesOf<Item extends OfferedCode>(
  name: CodeListName,
  { codes, maySeeSensitive }: { readonly codes: readonly Item[]; readonly maySeeSensitive: boolean },
): Item[] {
  const items = codes.filter(({ list }) => list === name)
  return items.filter((item) => isOffered(item, items) && (maySeeSensitive || !item.sensitive))
}
