import type { Actor } from '../actor.ts'
import type { MemberId } from '../id.ts'
import type { Role } from '../people/member.ts'

// The policies of the database have the last word; these say the same beforehand, so that nobody is offered what they
// would be refused. test/db/request-correction.test.ts holds the two against each other.

export interface RequestOwner {
  readonly guideId: MemberId
  /** Who took it over from a guide who left; null = nobody. */
  readonly caretakerId: MemberId | null
}

const oversees = (actor: Actor): boolean => actor.kind === 'cli' || holds(actor, ['coordinator'])

const isOwn = (actor: Actor, { guideId }: RequestOwner): boolean =>
  actor.kind === 'member' && actor.memberId === guideId && holds(actor, ['guide', 'bridge_figure'])

const takesCare = (actor: Actor, { caretakerId }: RequestOwner): boolean =>
  actor.kind === 'member' &&
  actor.memberId === caretakerId &&
  holds(actor, ['guide', 'bridge_figure', 'coach'])

const holds = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.kind === 'member' && actor.roles.some((role) => roles.includes(role))

/** Whoever registered the request or took it over, and the coordinator. */
export const mayCorrect = (actor: Actor, owner: RequestOwner): boolean =>
  oversees(actor) || isOwn(actor, owner) || takesCare(actor, owner)

/** docs/decisions/0004-sensitive-codes.md */
export const maySeeSensitive = (actor: Actor, owner: RequestOwner): boolean =>
  oversees(actor) || isOwn(actor, owner)

/** Whoever voided it may take that back, and the coordinator; what left with its import comes back by importing again. */
export const mayTakeBack = (
  actor: Actor,
  owner: RequestOwner,
  voided: { readonly byId: MemberId | null; readonly withImport: boolean } | null,
): boolean =>
  voided !== null &&
  !voided.withImport &&
  mayCorrect(actor, owner) &&
  (oversees(actor) || (actor.kind === 'member' && voided.byId === actor.memberId))

/**
 * Names the part of a city's requests whose words the actor may know: equal for those who see the same. Single requests
 * that were handed over from another organisation are not in it (request_texts in migrations/0014-finding-words.sql).
 */
export const sightOf = (actor: Actor): string =>
  actor.kind !== 'member' || oversees(actor)
    ? actor.cityId
    : [
        actor.cityId,
        holds(actor, ['guide', 'bridge_figure']) ? actor.organizationId : '',
        holds(actor, ['coach']) ? actor.memberId : '',
      ].join(' ')
