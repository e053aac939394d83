import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteNote, putNote, readNote } from '../../contract/note.ts'
import { asActor } from '../../db/as-actor.ts'
import { checkNote } from '../../domain/note/note.ts'
import { actorOf } from '../../domain/people/session.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion, versionOrNew } from '../version.ts'
import { dropOwnNote, keepOwnNote, openOwnNote, type Writing } from './own-note.ts'
import { currentWordKey } from './word-keys.ts'

const mayWrite = [signedIn, requireRight('notes.write')]

export const noteRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...readNote, middleware: mayWrite }, async (c) => {
    const { id } = c.req.valid('param')
    const { db, secret } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const note = orProblem(await asActor(db, actor, (tx) => openOwnNote(tx, actor, id, secret)))
    if (note) c.header('etag', etagOf(note.version))
    return c.json({ note }, 200)
  })
  .openapi({ ...putNote, middleware: mayWrite }, async (c) => {
    const wanted = { requestId: c.req.valid('param').id, note: c.req.valid('json'), version: versionOrNew(c) }
    const writing = await writingNow(c)
    orProblem(checkNote(wanted.note, writing.today))
    const actor = actorOf(c.var.signedIn)
    const { note, isNew } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => keepOwnNote(tx, actor, wanted, writing)),
    )
    c.header('etag', etagOf(note.version))
    return c.json(note, isNew ? 201 : 200)
  })
  .openapi({ ...deleteNote, middleware: mayWrite }, async (c) => {
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const actor = actorOf(c.var.signedIn)
    orProblem(await asActor(c.var.services.db, actor, (tx) => dropOwnNote(tx, actor, id, version)))
    return c.body(null, 204)
  })

/** With what words are sealed now, and the day from which their time counts. */
export async function writingNow(c: Context<RequestEnv>): Promise<Writing> {
  const { services, signedIn } = c.var
  const now = services.now()
  return {
    key: await currentWordKey(services, signedIn.city.id),
    secret: services.secret,
    now,
    today: localDateIn(now, signedIn.city.timeZone),
  }
}
