import type { CodeListEntry } from '../../../contract/code-list.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { languages } from '../../language.ts'

/** The words of a code while somebody writes them; one synonym on each line. */
export interface CodeDraft {
  readonly labels: Readonly<Record<StaffLanguage, string>>
  readonly definitions: Readonly<Record<StaffLanguage, string>>
  readonly synonyms: string
}

export const emptyDraft: CodeDraft = {
  labels: { nl: '', fr: '', en: '' },
  definitions: { nl: '', fr: '', en: '' },
  synonyms: '',
}

type Words = Pick<CodeListEntry, 'labels' | 'definitions' | 'synonyms'>

export const draftOf = ({ labels, definitions, synonyms }: Words): CodeDraft => ({
  labels: { ...labels },
  definitions: { nl: definitions.nl ?? '', fr: definitions.fr ?? '', en: definitions.en ?? '' },
  synonyms: synonyms.join('\n'),
})

/** As the server takes them: without spaces around, and without what is empty. */
export const wordsOf = ({ labels, definitions, synonyms }: CodeDraft) => ({
  labels: { nl: labels.nl.trim(), fr: labels.fr.trim(), en: labels.en.trim() },
  definitions: Object.fromEntries(
    languages.flatMap((language) => {
      const text = definitions[language].replace(/\s+/g, ' ').trim()
      return text ? [[language, text]] : []
    }),
  ),
  synonyms: synonyms
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
})

export const isSameDraft = (one: CodeDraft, other: CodeDraft): boolean =>
  JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))

/** In which languages a label is missing: it must be there in every one. */
export const missingLabels = ({ labels }: CodeDraft): StaffLanguage[] =>
  languages.filter((language) => labels[language].trim() === '')

/** In which languages the definition is missing while another has it. */
export const missingDefinitions = ({ definitions }: Words): StaffLanguage[] =>
  Object.keys(definitions).length === 0 ? [] : languages.filter((language) => !definitions[language])
