import { type Refusal, refuse } from '../refusal.ts'

/** How long the link of an invitation opens something, and that of a forgotten password. */
export const invitationDays = 7
export const passwordLinkMinutes = 60

export interface InvitationFacts {
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly expiresAt: Date
}

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired'

export function invitationState(facts: InvitationFacts, now: Date): InvitationState {
  if (facts.acceptedAt) return 'accepted'
  if (facts.withdrawnAt) return 'withdrawn'
  return facts.expiresAt <= now ? 'expired' : 'open'
}

/** Refuses what is no longer open, each with its own word: `invitation_accepted`, `_withdrawn`, `_expired`. */
export function checkOpen(facts: InvitationFacts, now: Date): Refusal | undefined {
  const state = invitationState(facts, now)
  return state === 'open' ? undefined : refuse(`invitation_${state}`)
}

/** What became of the mail with the link. `none`: not tried, because this installation sends no mail. */
export type MailState = 'none' | 'sent' | 'failed'

export function mailState(facts: {
  readonly mailedAt: Date | null
  readonly mailFailedAt: Date | null
}): MailState {
  if (facts.mailFailedAt && !(facts.mailedAt && facts.mailedAt > facts.mailFailedAt)) return 'failed'
  return facts.mailedAt ? 'sent' : 'none'
}
