import type { CodeListItem, CodeListName } from '../../../domain/code-list/code-list.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { type FilterField, filterFields, firstVisits } from '../../../domain/request/request-filter.ts'
import {
  compareNames,
  countryName,
  firstVisitName,
  languageName,
  unansweredName,
} from '../../../text/format.ts'
import { mostValues, periodOf, type RequestSearch, valuesOf } from '../../search.ts'

export interface FilterOption {
  readonly id: string
  readonly label: string
  /** The theme of a sub-theme. */
  readonly parent?: string | undefined
}

/** What may be chosen per field; a field whose choices are not here yet is absent. */
export type FilterOptions = { readonly [Field in FilterField]?: readonly FilterOption[] }

export interface KnownFilter {
  readonly filter: RequestSearch
  /** What the address names and cannot be used; nobody learns whether it exists. */
  readonly unusable: readonly (FilterField | 'period')[]
}

/**
 * The filter as far as its values are choices: a code that is none, a sensitive one among them, is no filter either,
 * even when the address holds it. Undefined while the choices of a field that the address names are on their way.
 */
export function knownFilter(search: RequestSearch, options: FilterOptions): KnownFilter | undefined {
  const asked = filterFields.filter((field) => search[field] !== undefined)
  if (asked.some((field) => !options[field])) return undefined
  const known = asked.map((field) => [field, keepChoices(search, field, options)] as const)
  const period = periodOf(search)
  return {
    filter: {
      ...period,
      ...Object.fromEntries(known.filter(([, values]) => values !== '')),
      ...(search.q ? { q: search.q } : {}),
    },
    unusable: [
      ...(!period && (search.from ?? search.to) !== undefined ? (['period'] as const) : []),
      ...known.flatMap(([field, values]) => (values === search[field] ? [] : [field])),
    ],
  }
}

const keepChoices = (search: RequestSearch, field: FilterField, options: FilterOptions): string =>
  valuesOf(search, field)
    .filter((value) => options[field]?.some(({ id }) => id === value))
    .slice(0, mostValues)
    .join(',')

export interface WorldCodes {
  readonly countries: readonly string[]
  readonly languages: readonly string[]
}

type Item = Pick<CodeListItem, 'list' | 'code' | 'parent' | 'sensitive' | 'labels'>

export function codeOptions(items: readonly Item[], language: StaffLanguage): FilterOptions {
  // Retired codes too: who looks for what was noted before must be able to find it.
  const of = (list: CodeListName, also: readonly string[] = []) =>
    withUnanswered(codesOf(items, list, language), also, language)
  const themes = codesOf(items, 'theme', language)
  return {
    theme: themes.filter(({ parent }) => !parent),
    subTheme: themes.filter(({ parent }) => parent),
    clientKind: of('client_kind', personUnanswered),
    status: of('status', personUnanswered),
    firstVisit: firstVisits.map((id) => ({ id, label: firstVisitName(language, id) })),
    action: of('action'),
    whoDidIt: of('who_did_it', factUnanswered),
    outcome: of('outcome', factUnanswered),
    barrier: of('barrier'),
    origin: of('origin', factUnanswered),
  }
}

export function worldOptions(
  world: WorldCodes,
  items: readonly Item[],
  language: StaffLanguage,
): FilterOptions {
  const own = codesOf(items, 'contact_language', language)
  const countries = [...world.countries, 'stateless'].map((id) => ({ id, label: countryName(language, id) }))
  const others = world.languages
    .filter((code) => !own.some(({ id }) => id === code))
    .map((id) => ({ id, label: languageName(language, id) }))
    .filter(({ id, label }) => id !== label)
  return {
    nationality: withUnanswered(byLabel(countries, language), personUnanswered, language),
    // The city's own languages first: they are what a desk hears all day.
    contactLanguage: withUnanswered([...own, ...byLabel(others, language)], personUnanswered, language),
  }
}

const personUnanswered = ['unknown', 'not_asked', 'refused']
const factUnanswered = ['unknown', 'not_asked']

const codesOf = (items: readonly Item[], list: CodeListName, language: StaffLanguage): FilterOption[] =>
  items
    .filter((item) => item.list === list && !item.sensitive)
    .map(({ code, parent, labels }) => ({ id: code, label: labels[language], parent: parent ?? undefined }))

const withUnanswered = (
  options: readonly FilterOption[],
  codes: readonly string[],
  language: StaffLanguage,
): FilterOption[] => [
  ...options,
  ...codes
    .filter((code) => !options.some(({ id }) => id === code))
    .map((id) => ({ id, label: unansweredName(language, id) ?? id })),
]

const byLabel = (options: readonly FilterOption[], language: StaffLanguage): FilterOption[] => {
  const compare = compareNames(language)
  return [...options].sort((one, other) => compare(one.label, other.label))
}
