import { worldNames } from '../domain/import/import-names.ts'
import { countryName, languageName } from './format.ts'

/** The names that CLDR gives to every country and language, in each staff language: an import knows them all. */
export const cldrNames = () =>
  worldNames((kind, code, language) => {
    const name = kind === 'region' ? countryName(language, code) : languageName(language, code)
    return name === code ? undefined : name
  })
