import { openOutcomes } from './open-outcome.ts'

export const outcomeGroups = ['helped', 'open', 'no_offer', 'other'] as const
export type OutcomeGroup = (typeof outcomeGroups)[number]

const helped: readonly string[] = ['answered', 'referred_helped']

/** What became of a request, in four words; a code that a city added itself is none of the first three. */
export function outcomeGroupOf(outcome: string): OutcomeGroup {
  if (helped.includes(outcome)) return 'helped'
  if (outcome === 'not_asked' || openOutcomes.includes(outcome)) return 'open'
  return outcome === 'no_offer' ? 'no_offer' : 'other'
}
