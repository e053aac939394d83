import { sql } from 'kysely'
import {
  differencesOf,
  type FieldChange,
  type SensitiveLists,
  sensitiveChanges,
  sensitiveOf,
} from '../../domain/request/request-difference.ts'
import type { RequestFacts } from '../../domain/request/request-fact.ts'
import type { RequestRecord } from '../../domain/request/request-record.ts'
import type { Tx } from '../database.ts'
import { type ChangeOf, keepSensitiveChange } from './request-history-store.ts'

interface Move {
  readonly before: RequestRecord
  readonly facts: RequestFacts
  readonly wanted: RequestFacts
  readonly lists: SensitiveLists
  /** What of the correction the wide row shows. */
  readonly shown: readonly FieldChange[]
}

/**
 * Makes the codes that the wide row may not show follow a correction, in and out of their table. Answers the id of its
 * entry in their history, if the actor may see them and one changed.
 */
export async function moveSensitive(tx: Tx, change: ChangeOf, move: Move): Promise<string | undefined> {
  const { before, facts, wanted, lists, shown } = move
  if (!before.maySeeSensitive) {
    await follow(tx, change, shown)
    return undefined
  }
  const [old, next] = [sensitiveOf(facts, lists), sensitiveOf(wanted, lists)]
  const key = { city_id: change.actor.cityId, id: before.id }
  const values = { received_on: wanted.receivedOn, status: next.status, sub_theme: next.subTheme }
  const [had, has] = [old, next].map(({ status, subTheme }) => status !== null || subTheme !== null)
  if (had && has)
    await tx.updateTable('help_request_sensitive').set(values).where('id', '=', before.id).execute()
  if (had && !has) await tx.deleteFrom('help_request_sensitive').where('id', '=', before.id).execute()
  if (!had && has)
    await tx
      .insertInto('help_request_sensitive')
      .values({ ...key, ...values, guide_id: before.guide.id, organization_id: before.organization.id })
      .execute()
  const changes = sensitiveChanges(differencesOf(facts, wanted), lists)
  const withRow = shown.length > 0
  return changes.length > 0
    ? keepSensitiveChange(tx, { ...change, guideId: before.guide.id, withRow }, changes)
    : undefined
}

/** For whoever may not see them: the function of migration 0005 moves them and shows nothing. */
async function follow(tx: Tx, { requestId, now }: ChangeOf, shown: readonly FieldChange[]): Promise<void> {
  if (shown.length === 0) return
  const changes = (...fields: readonly string[]) => shown.some(({ field }) => fields.includes(field))
  await sql`select follow_correction(${requestId}, ${changes('status')}, ${changes('theme', 'subTheme')}, ${now})`.execute(
    tx,
  )
}
