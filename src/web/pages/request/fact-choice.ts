import { type CodeListItem, unanswered } from '../../../domain/code-list/code-list.ts'
import { countryCodes } from '../../../domain/import/import-country.ts'
import { languageCodes } from '../../../domain/import/import-language.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { choicesOf, listOfFact } from '../../../domain/request/offered-code.ts'
import type { RequestFacts } from '../../../domain/request/request-fact.ts'
import { compareNames } from '../../../text/format.ts'
import type { LabelReader } from '../../../text/label.ts'
import type { SelectOption } from '../../ui/select.tsx'

type Code = Pick<CodeListItem, 'list' | 'code' | 'parent' | 'active' | 'sensitive'> & {
  /** 1 = as every city begins with it. */
  readonly version: number
  readonly definitions: { readonly [Language in StaffLanguage]?: string | undefined }
}
export type SingleField = Exclude<keyof typeof listOfFact, 'actions' | 'barriers'> | 'nationality'
export type SeveralField = 'actions' | 'barriers'

/** What the choices of a form are made from. */
export interface Choosing {
  readonly codes: readonly Code[]
  readonly maySeeSensitive: boolean
  readonly language: StaffLanguage
  readonly label: LabelReader
  /** What a status means in plain words. Its definition is for who counts. */
  readonly statusHelp: ReadonlyMap<string, string>
  /** Words for what the lists themselves do not say. */
  readonly say: {
    readonly retired: (label: string) => string
    readonly none: string
    readonly ours: string
    readonly countries: string
    readonly languages: string
    readonly noAnswer: string
  }
}

interface Option extends SelectOption<string> {
  readonly definition?: string | undefined
}

/** Somebody may not want to say who they are; what a guide did was known or it was not. */
const personal: readonly SingleField[] = [
  'clientKind',
  'askedBy',
  'status',
  'nationality',
  'contactLanguage',
  'languageHelp',
]

/** What one field can say, in the order of its list; a retired code only while it is the value. */
export function singleChoices(field: SingleField, value: string, choosing: Choosing): Option[] {
  const offered = field === 'nationality' ? countries(choosing) : listed(field, choosing)
  const others = field === 'contactLanguage' ? otherLanguages(choosing) : []
  const answers = unanswered.filter((code) => personal.includes(field) || code !== 'refused')
  const list = field === 'nationality' ? 'nationality' : listOfFact[field]
  const isGrouped = field === 'nationality' || field === 'contactLanguage'
  const rest = answers
    .filter((code) => !offered.some(({ id }) => id === code))
    .map((code) => ({
      id: code,
      label: choosing.label(list, code),
      ...(isGrouped ? { group: choosing.say.noAnswer } : {}),
    }))
  return withCurrent([...offered, ...others, ...rest], value, choosing.label(list, value), choosing)
}

export function themeChoices({ theme }: RequestFacts, choosing: Choosing): Option[] {
  const themes = choicesOf('theme', choosing).filter(({ parent }) => parent === null)
  return withCurrent(themes.map(optionOf(choosing)), theme, choosing.label('theme', theme), choosing)
}

/** The sub-themes of the chosen theme, and none. */
export function subThemeChoices({ theme, subTheme }: RequestFacts, choosing: Choosing): Option[] {
  const subs = choicesOf('theme', choosing).filter(({ parent }) => parent === theme)
  const options = [{ id: '', label: choosing.say.none }, ...subs.map(optionOf(choosing))]
  return withCurrent(options, subTheme ?? '', choosing.label('theme', subTheme ?? ''), choosing)
}

export function severalChoices(field: SeveralField, chosen: readonly string[], choosing: Choosing): Option[] {
  const label = (code: string) => choosing.label(listOfFact[field], code)
  return chosen.reduce(
    (options, code) => withCurrent(options, code, label(code), choosing),
    listed(field, choosing),
  )
}

const listed = (field: keyof typeof listOfFact, choosing: Choosing): Option[] =>
  choicesOf(listOfFact[field], choosing).map((item) => ({
    ...optionOf(choosing)(item),
    ...(field === 'contactLanguage' ? { group: choosing.say.ours } : {}),
  }))

const optionOf =
  ({ label, language, statusHelp }: Choosing) =>
  ({ list, code, definitions, version }: Code): Option => ({
    id: code,
    label: label(list, code),
    // What a city wrote itself stands as it wrote it.
    definition:
      (list === 'status' && version === 1 ? statusHelp.get(code) : undefined) ??
      definitions[language] ??
      definitions.nl,
  })

const withCurrent = (options: Option[], id: string, label: string, { say }: Choosing): Option[] =>
  options.some((option) => option.id === id) ? options : [...options, { id, label: say.retired(label) }]

const countries = ({ label, language, say }: Choosing): Option[] => [
  ...countryCodes
    .map((id) => ({ id, label: label('nationality', id), group: say.countries }))
    .sort((a, b) => compareNames(language)(a.label, b.label)),
  { id: 'stateless', label: label('nationality', 'stateless'), group: say.noAnswer },
]

const otherLanguages = ({ codes, label, language, say }: Choosing): Option[] => {
  const known = new Set(codes.flatMap(({ list, code }) => (list === 'contact_language' ? [code] : [])))
  return languageCodes
    .filter(({ code }) => !known.has(code))
    .map(({ code }) => ({ id: code, label: label('contact_language', code), group: say.languages }))
    .sort((a, b) => compareNames(language)(a.label, b.label))
}
