import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import {
  decideCompletion,
  decideTakingBack,
  type NotedCompletion,
} from '../../domain/follow-up/noted-completion.ts'
import type { FollowUpId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Tx } from '../database.ts'
import { setDone } from './follow-up-store.ts'

type Guide = Extract<Actor, { kind: 'member' }>

interface Completing {
  readonly completion: NotedCompletion
  /** By our clock. */
  readonly doneAt: Date
  readonly timeZone: string
}

/**
 * Says that something is done as whoever noted it saw it, once however often it comes. Refuses what decideCompletion
 * refuses, what the guide does not see (`not_found`) or may not change (`forbidden`).
 */
export async function completeAsNoted(
  tx: Tx,
  guide: Guide,
  { completion: { followUpId: id, version }, doneAt, timeZone }: Completing,
): Promise<'done' | 'same' | Refusal> {
  const found = await holdFollowUp(tx, guide, id, timeZone)
  const decision = isRefusal(found) ? found : decideCompletion(found, version)
  if (decision !== 'done') return decision
  const done = await setDone(tx, guide, { id, doneAt, timeZone })
  return isRefusal(done) ? done : 'done'
}

/** Takes it back, whether or not it came: what strays in later does no harm. Refuses `not_found` and `forbidden`. */
export async function takeCompletionBack(
  tx: Tx,
  guide: Guide,
  { completion: { followUpId: id, version }, doneAt, timeZone }: Completing,
): Promise<'taken back' | Refusal> {
  const found = await holdFollowUp(tx, guide, id, timeZone)
  if (isRefusal(found)) return found
  const decision = decideTakingBack(found, version)
  if (decision === 'both') {
    const done = await setDone(tx, guide, { id, doneAt, timeZone })
    if (isRefusal(done)) return done
  }
  const open = decision === 'nothing' ? undefined : await setDone(tx, guide, { id, doneAt: null, timeZone })
  return isRefusal(open) ? open : 'taken back'
}

/** As it stands, until this transaction ends. */
async function holdFollowUp(tx: Tx, { memberId }: Guide, id: FollowUpId, timeZone: string) {
  const row = await tx
    .selectFrom('follow_up as f')
    .innerJoin('help_request as r', (join) =>
      join.onRef('r.city_id', '=', 'f.city_id').onRef('r.id', '=', 'f.request_id'),
    )
    .where('f.id', '=', id)
    .where('r.voided_at', 'is', null)
    .select(['f.version', 'f.done_by as doneBy'])
    .select(sql<LocalDate>`(f.done_at at time zone ${timeZone})::date`.as('day'))
    .select(
      sql<string>`(select m.name from member m where m.city_id = f.city_id and m.id = f.done_by)`.as('name'),
    )
    .forUpdate('f')
    .executeTakeFirst()
  if (!row) return refuse('not_found')
  const { version, doneBy, name, day } = row
  const by = doneBy === null ? undefined : { name, day }
  return { version, doneBy: doneBy === memberId ? ('self' as const) : by }
}
