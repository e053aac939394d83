import type { CityId, HelpRequestId, MemberId, SealedWordsId, WordKeyId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Tx } from '../database.ts'

export type WordKind = 'note' | 'question' | 'answer' | 'handover'

/** Words that are sealed, with the key that opens them. */
export interface SealedWords {
  readonly id: SealedWordsId
  readonly requestId: HelpRequestId
  readonly sealed: Buffer
  readonly keyId: WordKeyId
  readonly wrappedKey: Buffer
  readonly eraseOn: LocalDate
  readonly version: number
}

export interface NewWords extends Pick<SealedWords, 'id' | 'requestId' | 'sealed' | 'keyId' | 'eraseOn'> {
  readonly kind: WordKind
  readonly authorId: MemberId
  /** Null: for nobody else. */
  readonly readerId: MemberId | null
  readonly writtenAt: Date
}

const chosen = (tx: Tx) =>
  tx
    .selectFrom('sealed_words as w')
    .innerJoin('word_key as k', (join) =>
      join.onRef('k.city_id', '=', 'w.city_id').onRef('k.id', '=', 'w.key_id'),
    )
    .select([
      'w.id',
      'w.request_id as requestId',
      'w.sealed',
      'w.key_id as keyId',
      'k.wrapped_key as wrappedKey',
      'w.erase_on as eraseOn',
      'w.version',
    ])

/** Whether the request is the actor's own: registered by them, or theirs to follow up. */
export async function isOwnRequest(tx: Tx, id: HelpRequestId, memberId: MemberId): Promise<boolean> {
  const row = await tx
    .selectFrom('help_request')
    .select('id')
    .where('id', '=', id)
    .where((where) => where.or([where('guide_id', '=', memberId), where('caretaker_id', '=', memberId)]))
    .executeTakeFirst()
  return row !== undefined
}

/** The actor's own note about a request. Held: nobody changes it until the end of the transaction. */
export const readOwnNote = (
  tx: Tx,
  requestId: HelpRequestId,
  { authorId, held = false }: { readonly authorId: MemberId; readonly held?: boolean },
): Promise<SealedWords | undefined> =>
  chosen(tx)
    .where('w.request_id', '=', requestId)
    .where('w.author_id', '=', authorId)
    .where('w.kind', '=', 'note')
    .$if(held, (query) => query.forUpdate('w'))
    .executeTakeFirst()

/** Those of these that the actor may read. */
export const readWords = (tx: Tx, ids: readonly SealedWordsId[]): Promise<SealedWords[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : chosen(tx)
        .where('w.id', 'in', [...ids])
        .execute()

/** Everything that is sealed with another key than this one, a part at a time. */
export const readWordsOfOtherKeys = (tx: Tx, keyId: WordKeyId, most: number): Promise<SealedWords[]> =>
  chosen(tx).where('w.key_id', '!=', keyId).orderBy('w.id').limit(most).forUpdate('w').execute()

/** False: the actor has a note about this request already. */
export async function addWords(tx: Tx, cityId: CityId, words: NewWords): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sealed_words')
    .values({
      city_id: cityId,
      id: words.id,
      request_id: words.requestId,
      kind: words.kind,
      author_id: words.authorId,
      reader_id: words.readerId,
      key_id: words.keyId,
      sealed: words.sealed,
      erase_on: words.eraseOn,
      written_at: words.writtenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const changeWords = (
  tx: Tx,
  {
    id,
    sealed,
    keyId,
    eraseOn,
    writtenAt,
  }: Pick<NewWords, 'id' | 'sealed' | 'keyId' | 'eraseOn' | 'writtenAt'>,
) =>
  tx
    .updateTable('sealed_words')
    .set({ sealed, key_id: keyId, erase_on: eraseOn, written_at: writtenAt })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** The same words under another key: nothing that a reader notices. */
export const sealAnew = (tx: Tx, { id, sealed, keyId }: Pick<SealedWords, 'id' | 'sealed' | 'keyId'>) =>
  tx.updateTable('sealed_words').set({ sealed, key_id: keyId }).where('id', '=', id).execute()

export const dropWords = (tx: Tx, id: SealedWordsId) =>
  tx.deleteFrom('sealed_words').where('id', '=', id).execute()
