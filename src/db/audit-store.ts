import type { Actor } from '../domain/actor.ts'
import type { Tx } from './database.ts'
import { makeUuid } from './uuid.ts'

/** What happened, in the past tense. Its details are counts and codes: never a name, never a person's words. */
export interface AuditEvent {
  readonly event: string
  readonly subjectId?: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/** Writes what the actor did, in the same transaction as the deed. */
export async function writeAuditEvent(tx: Tx, actor: Actor, { event, subjectId, details }: AuditEvent) {
  await tx
    .insertInto('audit_event')
    .values({
      city_id: actor.cityId,
      id: makeUuid(),
      member_id: actor.kind === 'member' ? actor.memberId : null,
      actor_kind: actor.kind,
      event,
      subject_id: subjectId ?? null,
      details: JSON.stringify(details ?? {}),
    })
    .execute()
}
