import { sql } from 'kysely'
import {
  differencesOf,
  type FieldChange,
  hiddenChanges,
  hiddenOf,
  type SensitiveLists,
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
 * Makes what the wide row may not show follow a correction, in and out of its table. Answers the id of the entry in the
 * history of that, if the actor may see it and something changed.
 */
export async function moveSensitive(tx: Tx, change: ChangeOf, move: Move): Promise<string | undefined> {
  const { before, facts, wanted, lists, shown } = move
  if (!before.maySeeSensitive) {
    await follow(tx, change, shown)
    return undefined
  }
  const hadSome = hiddenOf(facts, lists) !== null
  const hidden = hiddenOf(wanted, lists)
  const values = hidden && {
    received_on: wanted.receivedOn,
    status: hidden.status,
    sub_theme: hidden.subTheme,
    own_words: hidden.ownWords,
    may_quote: hidden.mayQuote,
  }
  if (hadSome && values)
    await tx.updateTable('help_request_sensitive').set(values).where('id', '=', before.id).execute()
  if (hadSome && !values) await tx.deleteFrom('help_request_sensitive').where('id', '=', before.id).execute()
  if (!hadSome && values) {
    const owner = { guide_id: before.guide.id, organization_id: before.organization.id }
    await tx
      .insertInto('help_request_sensitive')
      .values({ city_id: change.actor.cityId, id: before.id, ...owner, ...values })
      .execute()
  }
  const changes = hiddenChanges(differencesOf(facts, wanted), lists)
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
