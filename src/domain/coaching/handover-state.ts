/** How a hand-over stands for one of the two whom it concerns. */
export type HandoverState =
  | 'asked'
  | 'offered'
  | 'followed'
  | 'passed_on'
  | 'given_back'
  | 'came_back'
  | 'taken_back'
  | 'was_taken_back'

interface HandoverFacts {
  readonly toId: string
  readonly acceptedAt: string | null
  readonly endedAt: string | null
  readonly endedById: string | null
}

/** `reader` is the one who was asked, or else the one who offered it. */
export function handoverState(facts: HandoverFacts, reader: string): HandoverState {
  const isAsked = reader === facts.toId
  if (facts.endedAt && facts.endedById === facts.toId) return isAsked ? 'given_back' : 'came_back'
  if (facts.endedAt) return isAsked ? 'was_taken_back' : 'taken_back'
  if (facts.acceptedAt) return isAsked ? 'followed' : 'passed_on'
  return isAsked ? 'asked' : 'offered'
}
