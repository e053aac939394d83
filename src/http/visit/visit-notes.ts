import type { Context } from 'hono'
import type { Tx } from '../../db/database.ts'
import { addWords } from '../../db/note/sealed-words-store.ts'
import type { Actor } from '../../domain/actor.ts'
import { latestErasure } from '../../domain/note/note-limit.ts'
import type { Visit } from '../../domain/visit/visit.ts'
import type { RequestEnv } from '../context.ts'
import { writingNow } from '../note/note-routes.ts'
import { sealNote } from '../note/own-note.ts'

/** What writes the notes of a visit beside its requests, sealed; most visits have none, and then it does nothing. */
export async function notesOf(
  c: Context<RequestEnv>,
  guide: Extract<Actor, { kind: 'member' }>,
  { requests }: Visit,
): Promise<(tx: Tx) => Promise<void>> {
  const noted = requests.flatMap(({ id, note }) => (note ? [{ id, text: note }] : []))
  if (noted.length === 0) return async () => {}
  const writing = await writingNow(c)
  const eraseOn = latestErasure(writing.today)
  return async (tx) => {
    for (const { id, text } of noted)
      await addWords(tx, guide.cityId, sealNote(guide, id, { text, eraseOn }, writing))
  }
}
