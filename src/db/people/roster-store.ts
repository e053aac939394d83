import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { MemberId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Rostered } from '../../domain/people/presence.ts'
import { rolesWith } from '../../domain/people/right.ts'
import { noRoster, type Roster, tidyRoster } from '../../domain/people/roster.ts'
import { rosterContent } from '../../domain/people/roster-content.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'

export interface KeptRoster extends Roster {
  /** 0 = nothing was ever kept. */
  readonly version: number
}

const columns = ['languages', 'weeks', 'absences', 'version'] as const
type Row = Readonly<Record<'languages' | 'weeks' | 'absences', unknown>> & { readonly version: number }

/** Somebody's week as it holds on `today`, with what is to come. */
export const readRoster = async (tx: Tx, id: MemberId, today: LocalDate): Promise<KeptRoster> =>
  rosterIn(await selectRoster(tx, id).executeTakeFirst(), today)

const selectRoster = (tx: Tx, id: MemberId) => tx.selectFrom('roster').select(columns).where('id', '=', id)

function rosterIn(row: Row | undefined, today: LocalDate): KeptRoster {
  if (!row) return { ...noRoster, version: 0 }
  const { version, ...content } = row
  return { ...tidyRoster(rosterContent.parse(content), today), version }
}

interface Wanted {
  readonly id: MemberId
  readonly content: Roster
  /** Of what it replaces. */
  readonly version: number
  readonly today: LocalDate
}

/** Keeps somebody's week, all of it, in place of this version. The same again changes nothing; else refuses `version_stale`. */
export async function keepRoster(tx: Tx, actor: Actor, wanted: Wanted): Promise<KeptRoster | Refusal> {
  const { id, today, version } = wanted
  const content = tidyRoster(wanted.content, today)
  const found = rosterIn(await selectRoster(tx, id).forUpdate().executeTakeFirst(), today)
  if (isSame(found, content)) return found
  if (found.version !== version) return refuse('version_stale')
  const row = rowOf(content, version + 1)
  const written =
    version === 0
      ? tx
          .insertInto('roster')
          .values({ city_id: actor.cityId, id, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
      : tx.updateTable('roster').set(row).where('id', '=', id).returning('version')
  // Kept for the first time by two people in one moment.
  if (!(await written.executeTakeFirst())) return refuse('version_stale')
  await writeAuditEvent(tx, actor, { event: 'roster.kept', subjectId: id })
  return { ...content, version: row.version }
}

const isSame = (a: Roster, b: Roster): boolean => JSON.stringify(partsOf(a)) === JSON.stringify(partsOf(b))
const partsOf = ({ languages, weeks, absences }: Roster) => [languages, weeks, absences]

const rowOf = ({ languages, weeks, absences }: Roster, version: number) => ({
  languages: [...languages],
  weeks: JSON.stringify(weeks),
  absences: JSON.stringify(absences),
  version,
})

/** Everybody who is at work here and said when they sit where. */
export async function listRostered(tx: Tx, today: LocalDate): Promise<Rostered[]> {
  const rows = await tx
    .selectFrom('roster')
    .innerJoin('member', (join) =>
      join.onRef('member.city_id', '=', 'roster.city_id').onRef('member.id', '=', 'roster.id'),
    )
    .select(['name', 'languages', 'weeks', 'absences', 'roster.version'])
    .where('disabled_at', 'is', null)
    .where(sitsAtDesk)
    .orderBy('name')
    .execute()
  return rows.map(({ name, ...row }) => ({ name, ...rosterIn(row, today) }))
}

const sitsAtDesk = sql<boolean>`member.roles && ${[...rolesWith('rosters.keep')]}::text[]`

/** Everybody at work here who may sit at a desk, by name. */
export const listSitters = (tx: Tx) =>
  tx
    .selectFrom('member')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.city_id', '=', 'member.city_id')
        .onRef('organization.id', '=', 'member.organization_id'),
    )
    .select([
      'member.id',
      'member.name',
      'member.roles',
      'member.coach_id as coachId',
      'organization.name as organization',
    ])
    .where('disabled_at', 'is', null)
    .where(sitsAtDesk)
    .orderBy('member.name')
    .orderBy('member.id')
    .execute()
