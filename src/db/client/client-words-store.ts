import type { Actor } from '../../domain/actor.ts'
import type { ClientLanguage } from '../../domain/client-language.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'

type Person = Extract<Actor, { kind: 'member' }>

/** Which sentence of which language. */
export interface SentencePlace {
  readonly language: ClientLanguage
  readonly key: string
}

interface Change extends SentencePlace {
  readonly version: number
  readonly now: Date
}

/** Every sentence that the city ever wrote itself; those taken back have no words. */
export const listOwnSentences = (tx: Tx) =>
  tx
    .selectFrom('client_words')
    .select(['language', 'key', 'words', 'source', 'version', 'written_at as writtenAt'])
    .execute()
export type OwnSentenceRow = Awaited<ReturnType<typeof listOwnSentences>>[number]

/**
 * Says it in the city's own words from this version on, or, without words, in the product's again; answers the version
 * that it has then. The same again changes nothing; else refuses `version_stale`.
 */
export async function keepOwnSentence(
  tx: Tx,
  actor: Person,
  change: Change & { readonly words: string | null; readonly source: string | null },
): Promise<number | Refusal> {
  const { language, key, words, source, version, now } = change
  const found = await tx
    .selectFrom('client_words')
    .select(['id', 'words', 'source', 'version'])
    .where('language', '=', language)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if ((found?.words ?? null) === words && (found?.source ?? null) === source) return found?.version ?? 0
  if ((found?.version ?? 0) !== version) return refuse('version_stale')
  const said = { words, source, written_by: actor.memberId, written_at: now, version: version + 1 }
  if (found) await tx.updateTable('client_words').set(said).where('id', '=', found.id).execute()
  else {
    const added = await tx
      .insertInto('client_words')
      .values({ city_id: actor.cityId, id: makeUuid(), language, key, ...said })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // Two who write it for the first time in one moment.
    if (added.numInsertedOrUpdatedRows !== 1n) return refuse('version_stale')
  }
  const event = words === null ? 'client_words.restored' : 'client_words.written'
  await writeAuditEvent(tx, actor, { event, details: { language, key } })
  return said.version
}
