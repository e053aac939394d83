import { countryCodes } from '../../../domain/import/import-country.ts'
import { languageCodes } from '../../../domain/import/import-language.ts'

/** Every country and language that a request can name: they travel apart, when the list is on the screen already. */
export const worldCodes = { countries: countryCodes, languages: languageCodes.map(({ code }) => code) }
