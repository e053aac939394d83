import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Population } from '../../../contract/population.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { api, bodyOf, done, onVersion } from '../../api.ts'

/** Who lives in the municipality, by the day on which it was counted; the newest first. */
export const populationsQuery = queryOptions({
  queryKey: ['report', 'populations'],
  queryFn: async () => (await bodyOf(api.populations.$get())).items,
})

/** What a pasted list is read as. While another is read the one before stays in sight. */
export const readingQuery = (text: string, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['population-reading', text, language],
    queryFn: async () =>
      (await bodyOf(api.populations.readings.$post({ query: { language }, json: { text } }))).lines,
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  })

/** Writes a counting down, or replaces the version that stands there. */
export const savePopulation = (
  { countedOn, source, groups }: Omit<Population, 'version'>,
  version: number | undefined,
): Promise<Population> =>
  bodyOf(
    api.populations[':countedOn'].$put(
      { param: { countedOn }, json: { source, groups: [...groups] }, header: {} },
      version === undefined ? undefined : onVersion(version),
    ),
  )

export const removePopulation = ({ countedOn, version }: Population): Promise<void> =>
  done(api.populations[':countedOn'].$delete({ param: { countedOn }, header: {} }, onVersion(version)))
