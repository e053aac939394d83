import type { CodeListItem } from '../code-list/code-list.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodedField, codedField, listOfField } from './import-field.ts'
import { type Claim, type Lookup, makeLookup, namesOfSpellings } from './import-lookup.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { CodeName, WorldNames } from './import-names.ts'
import { nationalityNames } from './import-nationality.ts'
import { spellingOf } from './import-text.ts'
import { unansweredSpellings } from './spelling-answer.ts'
import { codeSpellings } from './spelling-code.ts'
import { doubtfulNames } from './spelling-doubt.ts'
import { languageSpellings } from './spelling-language.ts'
import { yesNoSpellings } from './spelling-yes-no.ts'

/** What a cell means: codes as in Claim; null when somebody decided that it is unknown. */
type Meaning = Claim | null

/** Everything that an import knows about the values of one city. */
export interface CodeBook {
  readonly find: (field: CodedField, value: string) => Meaning
  /** What somebody decided about a number of minutes; undefined when nobody did. */
  readonly findMinutes: (value: string) => number | null | undefined
  /** The theme of a sub-theme; undefined when the code is a theme itself. */
  readonly parentOf: (theme: string) => string | undefined
  readonly isSensitive: (field: CodedField, code: string) => boolean
  /** Spellings to compare an unknown value with; those of sensitive codes are not among them. */
  readonly entriesOf: (field: CodedField) => Lookup['entries']
}

/**
 * Binds a city's code lists, the world's names and spellings, and somebody's decisions into one book. What the city
 * `remembered` of earlier imports counts where the mapping says nothing; a code that has gone since counts for nothing.
 * Refuses a decision for a code that the field does not have: `mapping_code_unknown`.
 */
export function makeCodeBook(
  codes: readonly CodeListItem[],
  names: WorldNames,
  mapping: ImportMapping,
  remembered: ImportMapping = {},
): CodeBook | Refusal {
  const itemsOf = (field: CodedField) => itemsOfField(codes, field)
  const lookups = mapFields((field) => makeLookup(sourcesOf(field, itemsOf(field), names)))
  const sensitive = mapFields(
    (field) => new Set(itemsOf(field).flatMap((item) => (item.sensitive ? item.code : []))),
  )
  const codesOf = (field: CodedField) => new Set(lookups[field].entries.map(({ code }) => code))
  const decisions = new Map([...decisionsOf(keepKnown(remembered, codesOf)), ...decisionsOf(mapping)])
  const parents = new Map(
    codes.flatMap(({ list, code, parent }) => (list === 'theme' && parent ? [[code, parent]] : [])),
  )
  const wrong = findWrongDecision(mapping, codesOf)
  if (wrong) return wrong
  return {
    find: (field, value) => {
      const decided = decisions.get(keyOf(field, value))
      if (decided === undefined) return lookups[field].find(value)
      return decided === null ? null : { codes: [String(decided)] }
    },
    findMinutes: (value) => {
      const decided = decisions.get(keyOf('minutes', value))
      return decided === undefined || decided === null ? decided : Number(decided)
    },
    parentOf: (theme) => parents.get(theme),
    isSensitive: (field, code) => sensitive[field].has(code),
    entriesOf: (field) => {
      const known = codesOf(field)
      const doubtful = makeLookup([doubtfulNames(field).filter(({ code }) => known.has(code))])
      return [...doubtful.entries, ...lookups[field].entries].filter(
        ({ code }) => !sensitive[field].has(code),
      )
    },
  }
}

function mapFields<T>(work: (field: CodedField) => T): Record<CodedField, T> {
  // because: fromEntries forgets the keys, which are exactly the options
  return Object.fromEntries(codedField.options.map((field) => [field, work(field)])) as Record<CodedField, T>
}

/** A theme cell may name a sub-theme: its theme is known then. */
const itemsOfField = (codes: readonly CodeListItem[], field: CodedField) =>
  codes.filter(
    ({ list, parent }) => list === listOfField[field] && (field !== 'sub_theme' || parent !== null),
  )

function sourcesOf(field: CodedField, items: readonly CodeListItem[], names: WorldNames): CodeName[][] {
  const known = new Set(items.map(({ code }) => code))
  const spelled = namesOfSpellings(codeSpellings[listOfField[field] ?? field] ?? {})
  const own = [
    items.filter(({ parent }) => parent === null || field === 'sub_theme').flatMap(namesOfItem),
    items.filter(({ parent }) => parent !== null).flatMap(namesOfItem),
    spelled.filter(({ code }) => known.has(code)),
  ]
  const answers = namesOfSpellings(unansweredSpellings)
  if (field === 'nationality') return nationalityNames(names)
  if (field === 'first_visit' || field === 'may_quote')
    return [namesOfSpellings(yesNoSpellings[field]), answers]
  if (field === 'contact_language') {
    return [
      ...own,
      [...names.languages, ...namesOfSpellings(languageSpellings)],
      codesAsNames(names.languages),
      answers,
    ]
  }
  return ['theme', 'sub_theme', 'actions', 'barriers'].includes(field) ? own : [...own, answers]
}

const codesAsNames = (names: readonly CodeName[]): CodeName[] =>
  names.map(({ code }) => ({ code, name: code }))

const namesOfItem = ({ code, labels, synonyms }: CodeListItem): CodeName[] =>
  [code, ...Object.values(labels), ...synonyms].map((name) => ({ code, name }))

const keyOf = (field: string, value: string) => `${field}:${spellingOf(value)}`

const decisionsOf = (mapping: ImportMapping) =>
  new Map(
    Object.entries(mapping).flatMap(([field, values]) =>
      Object.entries(values ?? {}).map(([value, code]) => [keyOf(field, value), code] as const),
    ),
  )

function keepKnown(remembered: ImportMapping, codesOf: (field: CodedField) => Set<string>): ImportMapping {
  const kept = Object.entries(remembered).map(([field, values]) => {
    const coded = codedField.safeParse(field)
    if (!coded.success) return [field, values]
    const codes = codesOf(coded.data)
    const known = Object.entries(values ?? {}).filter(([, code]) => code === null || codes.has(String(code)))
    return [field, Object.fromEntries(known)]
  })
  return Object.fromEntries(kept)
}

function findWrongDecision(
  mapping: ImportMapping,
  codesOf: (field: CodedField) => Set<string>,
): Refusal | undefined {
  for (const field of codedField.options) {
    const codes = codesOf(field)
    const wrong = Object.values(mapping[field] ?? {}).find(
      (code) => code !== null && !codes.has(String(code)),
    )
    if (wrong !== undefined) return refuse('mapping_code_unknown', { field, code: String(wrong) })
  }
  const minutes = Object.values(mapping.minutes ?? {}).find((value) => typeof value === 'string')
  return minutes === undefined
    ? undefined
    : refuse('mapping_code_unknown', { field: 'minutes', code: String(minutes) })
}
