import { writeAuditEvent } from '../../db/audit-store.ts'
import type { Tx } from '../../db/database.ts'
import * as store from '../../db/note/sealed-words-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import type { Actor } from '../../domain/actor.ts'
import { type HelpRequestId, sealedWordsId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Note } from '../../domain/note/note.ts'
import { latestErasure } from '../../domain/note/note-limit.ts'
import { decidePut } from '../../domain/put-decision.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { WordKey } from './word-sealing.ts'
import { openWords, sealWords } from './word-sealing.ts'

type Person = Extract<Actor, { kind: 'member' }>

export interface OpenNote {
  readonly text: string
  readonly eraseOn: LocalDate
  readonly version: number
}

/** The actor's note, null when there is none. Refuses a request that is not theirs (`not_found`). */
export async function openOwnNote(
  tx: Tx,
  actor: Person,
  requestId: HelpRequestId,
  secret: string,
): Promise<OpenNote | null | Refusal> {
  if (!(await store.isOwnRequest(tx, requestId, actor.memberId))) return refuse('not_found')
  const found = await store.readOwnNote(tx, requestId, { authorId: actor.memberId })
  return found ? opened(actor, found, secret) : null
}

function opened({ cityId }: Person, found: store.SealedWords, secret: string): OpenNote {
  const { id, requestId, keyId, wrappedKey, sealed, eraseOn, version } = found
  const text = openWords(sealed, { id: keyId, wrappedKey }, secret, { cityId, requestId, id })
  return { text, eraseOn, version }
}

export interface Writing {
  readonly key: WordKey
  readonly secret: string
  readonly now: Date
  readonly today: LocalDate
}

/** Keeps or changes the actor's note. Refuses `not_found`, `id_taken` (there is one), `version_stale`. */
export async function keepOwnNote(
  tx: Tx,
  actor: Person,
  { requestId, note, version }: { requestId: HelpRequestId; note: Note; version: number | undefined },
  writing: Writing,
): Promise<{ readonly note: OpenNote; readonly isNew: boolean } | Refusal> {
  const { memberId, cityId } = actor
  if (!(await store.isOwnRequest(tx, requestId, memberId))) return refuse('not_found')
  const found = await store.readOwnNote(tx, requestId, { authorId: memberId, held: true })
  const before = found && opened(actor, found, writing.secret)
  const wanted = { text: note.text, eraseOn: note.eraseOn ?? before?.eraseOn ?? latestErasure(writing.today) }
  const decision = decidePut(
    before && { version: before.version, content: { text: before.text, eraseOn: before.eraseOn } },
    wanted,
    version,
  )
  if (isRefusal(decision)) return decision
  if (before && decision === 'same') return { note: before, isNew: false }
  const sealed = sealNote(actor, requestId, wanted, writing, found?.id)
  if (found) await store.changeWords(tx, sealed)
  else if (!(await store.addWords(tx, cityId, sealed))) return sameNote(tx, actor, requestId, wanted, writing)
  await writeAuditEvent(tx, actor, { event: 'note.kept', subjectId: requestId })
  return { note: { ...wanted, version: (before?.version ?? 0) + 1 }, isNew: !found }
}

/** The note that was written at this moment, where it says the same; refuses another one (`id_taken`). */
async function sameNote(
  tx: Tx,
  actor: Person,
  requestId: HelpRequestId,
  { text, eraseOn }: Pick<OpenNote, 'text' | 'eraseOn'>,
  { secret }: Pick<Writing, 'secret'>,
): Promise<{ readonly note: OpenNote; readonly isNew: boolean } | Refusal> {
  const found = await store.readOwnNote(tx, requestId, { authorId: actor.memberId })
  const note = found && opened(actor, found, secret)
  return note?.text === text && note.eraseOn === eraseOn ? { note, isNew: false } : refuse('id_taken')
}

/** A note as it is kept, of a new id where none is given. */
export function sealNote(
  { memberId, cityId }: Person,
  requestId: HelpRequestId,
  { text, eraseOn }: Pick<OpenNote, 'text' | 'eraseOn'>,
  { key, secret, now }: Pick<Writing, 'key' | 'secret' | 'now'>,
  id = sealedWordsId.parse(makeUuid()),
): store.NewWords {
  const sealed = sealWords(text, key, secret, { cityId, requestId, id })
  return {
    ...{ id, requestId, sealed, eraseOn, keyId: key.id },
    ...{ kind: 'note', authorId: memberId, readerId: null, writtenAt: now },
  }
}

/** Erases the actor's note. Refuses `not_found`, `version_stale`. */
export async function dropOwnNote(
  tx: Tx,
  actor: Person,
  requestId: HelpRequestId,
  version: number,
): Promise<Refusal | undefined> {
  const found = await store.readOwnNote(tx, requestId, { authorId: actor.memberId, held: true })
  if (!found) return refuse('not_found')
  if (found.version !== version) return refuse('version_stale')
  await store.dropWords(tx, found.id)
  await writeAuditEvent(tx, actor, { event: 'note.erased', subjectId: requestId })
  return undefined
}
