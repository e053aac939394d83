import { z } from 'zod'
import { hasRegisterNumber } from '../import/register-number.ts'
import { staffLanguage } from '../language.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { writtenText } from '../written-text.ts'
import type { CodeWords } from './code-list.ts'

export const longestLabel = 120
export const longestDefinition = 500
export const longestSynonym = 80
export const mostSynonyms = 60

const label = writtenText({ most: longestLabel })
const definition = writtenText({ most: longestDefinition })

const parts = {
  labels: z.strictObject({ nl: label, fr: label, en: label }),
  definitions: z.strictObject({ nl: definition, fr: definition, en: definition }).partial(),
  synonyms: z.array(writtenText({ most: longestSynonym })).max(mostSynonyms),
}

/** What somebody writes of a new code: a label in every staff language, the rest where there is something to say. */
export const codeWords = z.strictObject({
  labels: parts.labels,
  definitions: parts.definitions.default({}),
  synonyms: parts.synonyms.default([]),
})

/** What of it changes; a part that is given is given whole. */
export const changedWords = z.strictObject(parts).partial()
export type ChangedWords = z.infer<typeof changedWords>

export const withChanges = <Item extends CodeWords>(item: Item, changed: ChangedWords): Item => ({
  ...item,
  labels: changed.labels ?? item.labels,
  definitions: changed.definitions ?? item.definitions,
  synonyms: changed.synonyms ?? item.synonyms,
})

/** Refuses words that name a person: `words_register_number`. */
export const refuseWords = ({ labels, definitions, synonyms }: CodeWords): Refusal | undefined =>
  [labels, definitions, synonyms]
    .flatMap((texts) => Object.values(texts))
    .some((text) => hasRegisterNumber(text ?? ''))
    ? refuse('words_register_number')
    : undefined

/** Whether two hold the same words; synonyms in the same order. */
export const hasSameWords = (one: CodeWords, other: CodeWords): boolean =>
  staffLanguage.options.every(
    (language) =>
      one.labels[language] === other.labels[language] &&
      one.definitions[language] === other.definitions[language],
  ) &&
  one.synonyms.length === other.synonyms.length &&
  one.synonyms.every((synonym, place) => synonym === other.synonyms[place])
