import { readKnownNames, readNeighbourhoods } from '../db/city/known-name-store.ts'
import type { Tx } from '../db/database.ts'
import type { City } from '../domain/city.ts'
import { countrySpellings } from '../domain/import/spelling-country.ts'
import type { Period } from '../domain/report/half-year-report.ts'
import { type TellingPart, tellingFinder } from '../domain/report/story/telling-part.ts'
import { cldrNames } from '../text/world-names.ts'

/** Finds what in a text of this city and period may tell who it is about, as an answer has it. */
export async function findTelling(
  tx: Tx,
  city: City,
  period: Period,
): Promise<(text: string) => TellingPart[]> {
  const { people, organizations, desks } = await readKnownNames(tx)
  return tellingFinder({
    people: [...people, ...organizations],
    places: [city.name, ...desks, ...(await readNeighbourhoods(tx, period))],
    countries: countries(),
  })
}

let known: readonly string[] | undefined

/** The names of countries and of who comes from them; asked of CLDR once. Belgium gives nobody away. */
const countries = (): readonly string[] =>
  (known ??= [
    ...cldrNames().countries.flatMap(({ code, name }) => (code === 'BE' ? [] : [name])),
    ...Object.entries(countrySpellings).flatMap(([code, line]) => (code === 'BE' ? [] : line.split('|'))),
  ])
