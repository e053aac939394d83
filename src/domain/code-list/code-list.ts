import { z } from 'zod'
import type { Labels, SomeLabels } from '../language.ts'

/** The lists of codes that a city may rename, reorder and extend. Countries and languages beyond ours come from CLDR. */
export const codeListName = z.enum([
  'theme',
  'action',
  'who_did_it',
  'outcome',
  'barrier',
  'client_kind',
  'status',
  'contact_language',
  'channel',
  'origin',
  'asked_by',
  'language_help',
])
export type CodeListName = z.infer<typeof codeListName>

/** What a city may say of a code. `synonyms` are spellings that an import accepts. */
export interface CodeWords {
  readonly labels: Labels
  /** Printed beside the field; a language may be missing. */
  readonly definitions: SomeLabels
  readonly synonyms: readonly string[]
}

/** One code of a list. A sub-theme has its theme as `parent`; `position` counts among the codes of one parent. */
export interface CodeListItem extends CodeWords {
  readonly list: CodeListName
  readonly code: string
  readonly parent: string | null
  readonly position: number
  readonly active: boolean
  readonly sensitive: boolean
}

/** A code as a city holds it; its version counts changes of its words and of whether it is offered. */
export interface CityCode extends CodeListItem {
  readonly id: string
  readonly version: number
}

/** How often a list was changed, and one: every change of a code or of the order counts. */
export interface CodeListVersion {
  readonly list: CodeListName
  readonly version: number
}

/** What a person field says when it holds no answer. */
export const unanswered = ['unknown', 'not_asked', 'refused'] as const
