import { z } from 'zod'
import type { Labels } from '../language.ts'

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
])
export type CodeListName = z.infer<typeof codeListName>

/** One code of a list. A sub-theme has its theme as `parent`. `synonyms` are spellings that an import accepts. */
export interface CodeListItem {
  readonly list: CodeListName
  readonly code: string
  readonly parent: string | null
  readonly position: number
  readonly active: boolean
  readonly sensitive: boolean
  readonly labels: Labels
  readonly definitions: Partial<Labels>
  readonly synonyms: readonly string[]
}

/** What a person field says when it holds no answer. */
export const unanswered = ['unknown', 'not_asked', 'refused'] as const
