import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { DeskId, HelpRequestId, MemberId } from '../../domain/id.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { type FieldChange, overlay } from '../../domain/request/request-difference.ts'
import type { LocalMoment, Named } from '../../domain/request/request-record.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

/** One correction: who, when, and each field from what to what. */
export interface HistoryEntry extends LocalMoment {
  readonly version: number
  /** Null: made on the command line. */
  readonly by: Named<MemberId> | null
  readonly changes: readonly FieldChange[]
}

export interface RequestHistory {
  /** Newest first. */
  readonly items: readonly HistoryEntry[]
  readonly takenOver: TakingOver | null
  /** The desks that the changes name. */
  readonly desks: readonly Named<DeskId>[]
  /** The guides that the changes name. */
  readonly guides: readonly Named<MemberId>[]
}

/** Who looks after the request now, and the leave that it came by: unknown where whoever left is back since. */
export interface TakingOver {
  readonly by: Named<MemberId>
  readonly leave: (LocalMoment & { readonly of: string }) | null
}

/** What was corrected, as the actor may see it. Refuses `not_found`, also when the request is not the actor's to see. */
export async function listHistory(
  tx: Tx,
  id: HelpRequestId,
  timeZone: string,
): Promise<RequestHistory | Refusal> {
  const request = await tx.selectFrom('help_request').select('id').where('id', '=', id).executeTakeFirst()
  if (!request) return refuse('not_found')
  const rows = await listRows(tx, id, timeZone)
  let alone = 0
  const items = rows.map(({ version, shown, sensitive, byId, byName, ...moment }) => {
    if (!shown) alone++
    const by = byId && byName !== null ? { id: byId, name: byName } : null
    return { ...moment, version: version + alone, by, changes: overlay(shown ?? [], sensitive ?? []) }
  })
  const desks = await namesOf(tx, 'desk', idsIn<DeskId>(items, 'deskId'))
  const guides = await namesOf(tx, 'member', idsIn<MemberId>(items, 'guideId'))
  return { items: items.toReversed(), takenOver: await findTakingOver(tx, id, timeZone), desks, guides }
}

/** From the guide along whoever took over from whom, up to who looks after the request now (docs/decisions/0019-leaving.md). */
async function findTakingOver(tx: Tx, id: HelpRequestId, timeZone: string): Promise<TakingOver | null> {
  const { rows } = await sql<LocalMoment & { id: MemberId; name: string; of: string | null }>`
    with recursive request as (
      select guide_id, caretaker_id from help_request
      where city_id = app_city() and id = ${id} and caretaker_id is not null
    ), leave (member_id, name, at, successor_id) as (
      select m.id, m.name, m.disabled_at, m.successor_id from member m join request on m.id = guide_id
      union
      select m.id, m.name, m.disabled_at, m.successor_id from leave
        join member m on m.id = leave.successor_id and m.id <> (select caretaker_id from request)
    )
    select c.id, c.name, l.name as of, (l.at at time zone ${timeZone})::date as on,
      to_char(l.at at time zone ${timeZone}, 'HH24:MI') as time
    from request join member c on c.id = caretaker_id
      left join leave l on l.successor_id = caretaker_id
    order by l.at desc limit 1`.execute(tx)
  const [row] = rows
  return row
    ? {
        by: { id: row.id, name: row.name },
        leave: row.of === null ? null : { of: row.of, on: row.on, time: row.time },
      }
    : null
}

interface HistoryRow extends LocalMoment {
  readonly version: number
  readonly byId: MemberId | null
  readonly byName: string | null
  readonly shown: readonly FieldChange[] | null
  readonly sensitive: readonly FieldChange[] | null
}

/** Oldest first; at one version the row's own change comes before those of sensitive codes alone. */
async function listRows(tx: Tx, id: HelpRequestId, timeZone: string): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select c.version, (c.changed_at at time zone ${timeZone})::date as on,
      to_char(c.changed_at at time zone ${timeZone}, 'HH24:MI') as time, m.id as "byId", m.name as "byName",
      c.shown, c.sensitive
    from (
      select v.city_id, v.version, v.changed_at, v.member_id, v.id, true as with_row, v.changes as shown,
        h.changes as sensitive
      from help_request_version v left join help_request_sensitive_version h
        on h.city_id = v.city_id and h.request_id = v.request_id and h.version = v.version and h.with_row
      where v.city_id = app_city() and v.request_id = ${id}
      union all
      select h.city_id, h.version, h.changed_at, h.member_id, h.id, false, null, h.changes
      from help_request_sensitive_version h
      where h.city_id = app_city() and h.request_id = ${id} and not h.with_row
    ) c left join member m on m.city_id = c.city_id and m.id = c.member_id
    order by c.version, c.with_row desc, c.changed_at, c.id`.execute(tx)
  return rows
}

const idsIn = <Id extends string>(items: readonly HistoryEntry[], field: FieldChange['field']): Id[] => [
  ...new Set(
    items.flatMap(({ changes }) =>
      // because: keepChange wrote the ids of desks and guides there
      changes.flatMap((change) => (change.field === field ? [change.from as Id, change.to as Id] : [])),
    ),
  ),
]

async function namesOf<Id extends DeskId | MemberId>(
  tx: Tx,
  table: 'desk' | 'member',
  ids: readonly Id[],
): Promise<Named<Id>[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Named<Id>>`
    select id, name from ${sql.table(table)} where id = any(${[...ids]}::uuid[]) order by name`.execute(tx)
  return rows
}

/** Who made a change of which request, which made which version of its row. */
export interface ChangeOf {
  readonly actor: Actor
  readonly requestId: HelpRequestId
  readonly version: number
  readonly now: Date
}

export const keepChange = (tx: Tx, change: ChangeOf, changes: readonly FieldChange[]) =>
  tx.insertInto('help_request_version').values(columnsOf(change, changes)).execute()

/**
 * `withRow`: the same correction changed what the wide row shows, and so made its version. Answers the id of the entry.
 */
export async function keepSensitiveChange(
  tx: Tx,
  change: ChangeOf & { readonly guideId: MemberId; readonly withRow: boolean },
  changes: readonly FieldChange[],
): Promise<string> {
  const entry = columnsOf(change, changes)
  await tx
    .insertInto('help_request_sensitive_version')
    .values({ ...entry, guide_id: change.guideId, with_row: change.withRow })
    .execute()
  return entry.id
}

const columnsOf = ({ actor, requestId, version, now }: ChangeOf, changes: readonly FieldChange[]) => ({
  city_id: actor.cityId,
  id: makeUuid(now.getTime()),
  request_id: requestId,
  version,
  changed_at: now,
  member_id: actor.kind === 'member' ? actor.memberId : null,
  actor_kind: actor.kind,
  changes: JSON.stringify(changes),
})
