import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import {
  closeColumn,
  type ExportEntry,
  exportFormat,
  type KeptFilter,
} from '../../domain/request/request-export.ts'
import { asActor, holdAsActor } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database, Tx } from '../database.ts'
import type { ListPage } from '../list-page.ts'
import { holdsRight } from '../people/member-store.ts'
import { makeUuid } from '../uuid.ts'
import { countHelpRequests, readHelpRequests, type Wanted } from './help-request-store.ts'

type Person = Extract<Actor, { kind: 'member' }>

/**
 * Every request that the actor may see and matches, as they are now. Who takes them, which and why is kept before the
 * first of them is given out, and whether they still may is asked before every few thousand. Whoever reads them closes the export, also when nothing was read.
 */
export async function openExport(
  db: Database,
  actor: Person,
  wanted: Wanted & { readonly timeZone: string },
  entry: ExportEntry,
  now: () => Date,
) {
  const held = await holdAsActor(db, actor)
  try {
    await sql`set transaction isolation level repeatable read, read only`.execute(held.tx)
    const requests = await countHelpRequests(held.tx, wanted)
    await asActor(db, actor, (tx) => keepExport(tx, actor, { ...entry, requests }))
  } catch (error) {
    await held.close()
    throw error
  }
  const mayGoOn = () => asActor(db, actor, (tx) => holdsRight(tx, actor, 'requests.export', now()))
  return { batches: whileAllowed(readHelpRequests(held.tx, wanted), mayGoOn), close: held.close }
}

/** Breaks off, so that no program takes what it has for whole, when whoever exports may no longer. */
async function* whileAllowed<Batch>(batches: AsyncIterable<Batch>, mayGoOn: () => Promise<boolean>) {
  for await (const batch of batches) {
    if (!(await mayGoOn())) throw new Error('the right to export was lost while the file was being made')
    yield batch
  }
}

async function keepExport(tx: Tx, actor: Person, { requests, ...entry }: ExportEntry & { requests: number }) {
  const id = makeUuid()
  const { format, language, filter, closeColumns, reason } = entry
  await tx
    .insertInto('request_export')
    .values({
      city_id: actor.cityId,
      id,
      member_id: actor.memberId,
      format,
      filter: JSON.stringify(filter),
      requests,
      close_columns: [...closeColumns],
      reason,
    })
    .execute()
  const details = { ...flat(filter), format, language, requests, closeColumns: closeColumns.join(',') }
  await writeAuditEvent(tx, actor, { event: 'requests.exported', subjectId: id, details })
}

const flat = (filter: KeptFilter): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [
      field,
      typeof value === 'object' ? value.join(',') : value,
    ]),
  )

/** What was taken out of the house, newest first, a page after the export of an id; the officer's alone. */
export async function listExports(tx: Tx, { after, limit }: ListPage<string>) {
  const rows = await tx
    .selectFrom('request_export as e')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'e.city_id').onRef('m.id', '=', 'e.member_id'),
    )
    .select(['e.id', 'e.exported_at as exportedAt', 'm.name as by', 'e.format', 'e.filter', 'e.requests'])
    .select(['e.close_columns as closeColumns', 'e.reason'])
    .$if(after !== undefined, (query) => query.where('e.id', '<', after ?? ''))
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    exportedAt: row.exportedAt.toISOString(),
    format: exportFormat.parse(row.format),
    // because: only keepExport writes this column, from this type
    filter: row.filter as Record<string, string | string[] | boolean>,
    closeColumns: row.closeColumns.map((column) => closeColumn.parse(column)),
  }))
}
