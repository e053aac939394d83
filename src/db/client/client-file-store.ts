import type { Actor } from '../../domain/actor.ts'
import type { CardPicture } from '../../domain/client/card-picture.ts'
import { type Explanation, fileMonths, linkMonths, monthsBefore } from '../../domain/client/client-file.ts'
import type { ClientKind } from '../../domain/client/client-rule.ts'
import type { ClientCardId, ClientId, WordKeyId } from '../../domain/id.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { asActor } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { listCities } from '../city/city-store.ts'
import type { Database, Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { holdClient } from './client-store.ts'

type Member = Extract<Actor, { kind: 'member' }>

/** Who a client is, as the database keeps it: only the server that has the key can read it. */
export interface SealedIdentity {
  readonly keyId: WordKeyId
  readonly sealed: Buffer
  readonly nameDigest: string
  readonly reachDigest: string | null
}

/** What is sealed, and with which key of the city; null before files had one. */
export interface SealedFile {
  readonly id: ClientId
  readonly sealed: Buffer
  readonly wrappedKey: Buffer | null
}

/** A file by itself: each organisation that was told has its own of the same client. */
interface SingleFile extends SealedFile {
  readonly fileId: string
}

export interface ClientFile extends SealedFile {
  readonly explainedIn: string
  readonly languageHelp: string
  readonly explainedAt: Date
  readonly version: number
}

const columnsOf = ({ keyId, sealed, nameDigest, reachDigest }: SealedIdentity) => ({
  key_id: keyId,
  sealed,
  name_digest: nameDigest,
  reach_digest: reachDigest,
})

const chosen = (tx: Tx) =>
  tx
    .selectFrom('client_file as f')
    .leftJoin('word_key as w', (join) =>
      join.onRef('w.city_id', '=', 'f.city_id').onRef('w.id', '=', 'f.key_id'),
    )
    .select(['f.client_id as id', 'f.sealed', 'w.wrapped_key as wrappedKey'])

export interface NewFile {
  readonly id: ClientId
  readonly identity: SealedIdentity
  readonly explanation: Explanation
  /** Whether a file that is there is of the same identity, which only the server can see. */
  readonly isOfSame: (file: SealedFile) => boolean
}

/**
 * Keeps who a client is (no version), or changes that version of it. Answers the version that stands, and whether it is
 * new. Refuses a client that is none (`not_found`), a second file that says something else (`file_there`) and a version
 * that is not the last one (`version_stale`).
 */
export async function putFile(
  tx: Tx,
  actor: Member,
  given: NewFile,
  { version, now }: { readonly version: number | undefined; readonly now: Date },
): Promise<{ readonly version: number; readonly isNew: boolean } | Refusal> {
  const { id, identity, explanation } = given
  if (!(await holdClient(tx, id))) return refuse('not_found')
  const facts = {
    ...columnsOf(identity),
    explained_by: actor.memberId,
    explained_at: now,
    explained_in: explanation.language,
    language_help: explanation.languageHelp,
    explained: [...explanation.points],
    last_contact_at: now,
  }
  if (version === undefined) {
    const added = await tx
      .insertInto('client_file')
      .values({
        city_id: actor.cityId,
        id: makeUuid(),
        client_id: id,
        organization_id: actor.organizationId,
        ...facts,
      })
      .onConflict((conflict) => conflict.columns(['city_id', 'client_id', 'organization_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return sameFile(tx, given)
    await writeAuditEvent(tx, actor, { event: 'client_file.made', subjectId: id })
    return { version: 1, isNew: true }
  }
  const changed = await tx
    .updateTable('client_file')
    .set({ ...facts, version: version + 1 })
    .where('client_id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return (await findFile(tx, id)) ? refuse('version_stale') : refuse('not_found')
  await writeAuditEvent(tx, actor, { event: 'client_file.changed', subjectId: id })
  return { version: version + 1, isNew: false }
}

async function sameFile(tx: Tx, { id, isOfSame, explanation }: NewFile) {
  const there = await findFile(tx, id)
  const { language, languageHelp } = explanation
  const isSame = there?.explainedIn === language && there.languageHelp === languageHelp && isOfSame(there)
  return isSame ? { version: there.version, isNew: false } : refuse('file_there')
}

const findFile = (tx: Tx, id: ClientId): Promise<ClientFile | undefined> =>
  chosen(tx)
    .select(['f.explained_in as explainedIn', 'f.language_help as languageHelp'])
    .select(['f.explained_at as explainedAt', 'f.version'])
    .where('f.client_id', '=', id)
    .executeTakeFirst()

/** The file of a client; that it was read is written down. */
export async function readFile(tx: Tx, actor: Member, id: ClientId): Promise<ClientFile | undefined> {
  const file = await findFile(tx, id)
  if (file) await writeAuditEvent(tx, actor, { event: 'client_file.read', subjectId: id })
  return file
}

export interface FoundFile extends SealedFile {
  readonly kind: ClientKind
  readonly card: { readonly id: ClientCardId; readonly pictures: readonly CardPicture[] } | null
}

/** More of one name than this are no help: how to reach somebody tells them apart. */
const mostFound = 5

/**
 * Whose name or number is exactly this, by its digest with any of the keys; each that is found is written down as read.
 * Refuses a name that many share (`file_too_many`).
 */
export async function findFiles(
  tx: Tx,
  actor: Member,
  digests: readonly string[],
): Promise<FoundFile[] | Refusal> {
  const rows = await chosen(tx)
    .innerJoin('client as c', (join) =>
      join.onRef('c.city_id', '=', 'f.city_id').onRef('c.id', '=', 'f.client_id'),
    )
    .leftJoin('client_card as k', (join) =>
      join
        .onRef('k.city_id', '=', 'f.city_id')
        .onRef('k.client_id', '=', 'f.client_id')
        .on('k.replaced_at', 'is', null),
    )
    .select(['c.kind', 'k.id as cardId', 'k.pictures'])
    .where((either) =>
      either.or([either('f.name_digest', 'in', [...digests]), either('f.reach_digest', 'in', [...digests])]),
    )
    .limit(mostFound + 1)
    .execute()
  if (rows.length > mostFound) return refuse('file_too_many')
  for (const { id } of rows) await writeAuditEvent(tx, actor, { event: 'client_file.found', subjectId: id })
  return rows.map(({ cardId, pictures, ...file }) => ({
    ...file,
    card: cardId && pictures ? { id: cardId, pictures } : null,
  }))
}

const singleFiles = (tx: Tx) => chosen(tx).select('f.id as fileId').orderBy('f.id').forUpdate('f')

/** Files that are sealed with another key than this one, a part at a time; nobody changes them until the transaction ends. */
export const readFilesOfOtherKeys = (tx: Tx, keyId: WordKeyId, most: number): Promise<SingleFile[]> =>
  singleFiles(tx).where('f.key_id', 'is distinct from', keyId).limit(most).execute()

/** Files of before files had a key of the city; nobody changes them until the transaction ends. */
export const readFilesOfNoKey = (tx: Tx): Promise<SingleFile[]> =>
  singleFiles(tx).where('f.key_id', 'is', null).execute()

/** The same file with another key: of what it says nothing changes. */
export const sealFileAnew = (tx: Tx, { fileId }: Pick<SingleFile, 'fileId'>, identity: SealedIdentity) =>
  tx.updateTable('client_file').set(columnsOf(identity)).where('id', '=', fileId).execute()

/** Back to without a name: who it is is gone, what was asked stays. Refuses a file that is none (`not_found`). */
export async function eraseFile(tx: Tx, actor: Member, id: ClientId): Promise<Refusal | undefined> {
  const erased = await tx
    .deleteFrom('client_file')
    .where('client_id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!erased) return refuse('not_found')
  await writeAuditEvent(tx, actor, { event: 'client_file.erased', subjectId: id })
  return undefined
}

/** Erases in every city who nobody has seen for long, and which old requests were of one client; the server does so every hour. */
export async function forgetClients(db: Database, now: Date): Promise<void> {
  for (const { id: cityId } of await listCities(db)) {
    const actor = { kind: 'job', cityId } as const
    await asActor(db, actor, async (tx) => {
      const erased = await tx
        .deleteFrom('client_file')
        .where('last_contact_at', '<', monthsBefore(now, fileMonths))
        .returning('client_id as id')
        .execute()
      for (const { id } of erased)
        await writeAuditEvent(tx, actor, { event: 'client_file.expired', subjectId: id })
      const { numDeletedRows } = await tx
        .deleteFrom('client_request')
        .where('received_at', '<', monthsBefore(now, linkMonths))
        .executeTakeFirst()
      if (numDeletedRows > 0n)
        await writeAuditEvent(tx, actor, {
          event: 'client.links_expired',
          details: { requests: Number(numDeletedRows) },
        })
    })
  }
}
