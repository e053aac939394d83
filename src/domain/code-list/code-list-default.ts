import type { Labels, StaffLanguage } from '../language.ts'
import type { CodeListItem, CodeListName } from './code-list.ts'
import defaults from './code-lists.json' with { type: 'json' }

/** The version printed beside every figure that uses a city's first code lists. */
export const codeListVersion: string = defaults.version

interface RawItem {
  readonly code: string
  readonly nl: string
  readonly fr?: string
  readonly en?: string
  readonly tag?: string
  readonly sensitive?: boolean
  readonly synonyms?: readonly string[]
  readonly definition_nl?: string
  readonly sub?: readonly RawItem[]
}

const lists: Record<CodeListName, readonly RawItem[]> = {
  theme: defaults.themes,
  action: defaults.actions,
  who_did_it: defaults.who_did_it,
  outcome: defaults.outcomes,
  barrier: defaults.barriers,
  client_kind: defaults.client_kinds,
  status: defaults.statuses,
  contact_language: defaults.languages,
  channel: defaults.channels,
  origin: defaults.origins,
  asked_by: defaults.asked_by,
  language_help: defaults.language_help,
}

/**
 * The code lists that a new city starts with. The languages are named in Dutch only in the source:
 * `languageName` gives the rest (CLDR).
 */
export const defaultCodeLists = (
  languageName: (tag: string, language: StaffLanguage) => string,
): CodeListItem[] =>
  // because: Object.keys of a Record gives exactly its keys
  (Object.keys(lists) as CodeListName[]).flatMap((list) => {
    const items = lists[list].flatMap((raw, position) => [{ raw, parent: null, position }, ...children(raw)])
    return items.map(({ raw, parent, position }) => ({
      list,
      code: raw.code,
      parent,
      position,
      active: true,
      sensitive: raw.sensitive ?? false,
      labels: labelsOf(raw, languageName),
      definitions: raw.definition_nl ? { nl: raw.definition_nl } : {},
      synonyms: raw.synonyms ?? [],
    }))
  })

const children = (raw: RawItem) =>
  (raw.sub ?? []).map((child, position) => ({ raw: child, parent: raw.code, position }))

const labelsOf = (raw: RawItem, languageName: (tag: string, language: StaffLanguage) => string): Labels => ({
  nl: raw.nl,
  fr: raw.fr ?? languageName(raw.tag ?? raw.code, 'fr'),
  en: raw.en ?? languageName(raw.tag ?? raw.code, 'en'),
})
