import { type StaffLanguage, staffLanguage } from '../language.ts'
import { countryCodes } from './import-country.ts'
import { languageCodes } from './import-language.ts'

export interface CodeName {
  readonly code: string
  readonly name: string
}

/** What the world calls its countries and languages, in every staff language. */
export interface WorldNames {
  readonly countries: readonly CodeName[]
  readonly languages: readonly CodeName[]
}

/** Says a code in a language; undefined when it has no name there. CLDR: Intl.DisplayNames. */
export type SayName = (
  kind: 'region' | 'language',
  code: string,
  language: StaffLanguage,
) => string | undefined

export const worldNames = (say: SayName): WorldNames => ({
  countries: countryCodes.flatMap((code) => names(code, (language) => say('region', code, language))),
  languages: languageCodes.flatMap(({ tag, code }) =>
    names(code, (language) => say('language', tag, language)),
  ),
})

const names = (code: string, say: (language: StaffLanguage) => string | undefined): CodeName[] =>
  staffLanguage.options.flatMap((language) => {
    const name = say(language)
    return name === undefined ? [] : [{ code, name }]
  })
