import { namesOfSpellings } from './import-lookup.ts'
import type { CodeName, WorldNames } from './import-names.ts'
import { unansweredSpellings } from './spelling-answer.ts'
import { countrySpellings } from './spelling-country.ts'

/** What a nationality may be called, the surest source first: names in nl, fr and en and other spellings, codes, no answer. */
export const nationalityNames = ({ countries }: Pick<WorldNames, 'countries'>): CodeName[][] => [
  [...countries, ...namesOfSpellings(countrySpellings)],
  countries.map(({ code }) => ({ code, name: code })),
  namesOfSpellings(unansweredSpellings),
]
