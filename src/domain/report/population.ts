import { z } from 'zod'
import { unanswered } from '../code-list/code-list.ts'
import { countryCodes } from '../import/import-country.ts'
import type { LocalDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { writtenText } from '../written-text.ts'
import { percentOf } from './rounding.ts'

/** Who lives in the municipality, as somebody counted it: no figure of ours. */
export interface Population {
  readonly countedOn: LocalDate
  readonly source: string
  readonly groups: readonly PopulationGroup[]
}

export interface PopulationGroup {
  /** ISO 3166-1 alpha-2, XK or `stateless`. */
  readonly country: string
  readonly people: number
}

const country = z.string().refine((code) => code === 'stateless' || countryCodes.includes(code))

/** What is kept of one counting. Each nationality stands in it once. */
export const populationContent = z.object({
  source: writtenText({ most: 200 }).describe('Who counted: a register, an office'),
  groups: z
    .array(z.object({ country, people: z.int().min(0).max(10_000_000) }))
    .min(1)
    .max(300)
    .readonly()
    .refine((groups) => new Set(groups.map((group) => group.country)).size === groups.length),
})
export type PopulationContent = z.infer<typeof populationContent>

/** Refuses a day that is still to come: `population_future`. */
export const checkCountedOn = (countedOn: LocalDate, today: LocalDate): Refusal | undefined =>
  countedOn <= today ? undefined : refuse('population_future', { field: 'countedOn' })

/** The population beside our requests. These are no persons: one person may ask ten times, and a hundred never. */
export interface PopulationFigures extends Population {
  /** All of the counting together. */
  readonly people: number
  readonly groups: readonly (PopulationGroup & {
    /** Of the people of the counting. */
    readonly percentOfPeople: number
    readonly requests: number
    /** Of all requests in the period. */
    readonly percentOfRequests: number
  })[]
}

/** The counting beside what was noted; the largest group first, then by plain code. */
export function populationFigures(
  { countedOn, source, groups }: Population,
  nationalities: readonly { readonly code: string; readonly requests: number }[],
  total: number,
): PopulationFigures {
  const people = groups.reduce((sum, group) => sum + group.people, 0)
  const requestsOf = new Map(nationalities.map(({ code, requests }) => [code, requests]))
  return {
    countedOn,
    source,
    people,
    groups: groups
      .toSorted((a, b) => b.people - a.people || (a.country < b.country ? -1 : 1))
      .map((group) => {
        const requests = requestsOf.get(group.country) ?? 0
        return {
          ...{ country: group.country, people: group.people, requests },
          percentOfPeople: percentOf(group.people, people),
          percentOfRequests: percentOf(requests, total),
        }
      }),
  }
}

/** A nationality is large enough to be missed at the desk from so many people on. */
export const missedFrom = 25

/** Of the groups that are large enough to be missed, those without a request; and how many those groups are. */
export function absentGroups<G extends { readonly people: number; readonly requests: number | null }>(
  groups: readonly G[],
) {
  const large = groups.filter(({ people }) => people >= missedFrom)
  return { large, absent: large.filter(({ requests }) => requests === 0) }
}

/** Whether a code is a nationality that a counting may hold; an answer that was not given is none. */
export const isCounted = (code: string): boolean => !(unanswered as readonly string[]).includes(code)
