import { isDeepStrictEqual } from 'node:util'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as contract from '../../contract/client-file.ts'
import { asActor } from '../../db/as-actor.ts'
import {
  eraseFile,
  type FoundFile,
  findFiles,
  putFile,
  readFile,
  type SealedFile,
} from '../../db/client/client-file-store.ts'
import { findClient } from '../../db/client/client-store.ts'
import { listWordKeys } from '../../db/note/word-key-store.ts'
import { checkFile } from '../../domain/client/client-file.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { RequestEnv } from '../context.ts'
import { currentWordKey } from '../note/word-keys.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { forgiveDoors, keyOf, passDoors } from '../sign-in/door.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, versionOrNew } from '../version.ts'
import { checkedAgainst } from '../visit/code-shelf.ts'
import { clientView } from './client-view.ts'
import { openIdentity, sealIdentity, searchDigests } from './file-sealing.ts'

const mayServe = [signedIn, requireRight('clients.serve')]

/** Who a client is, where they wanted us to know. */
export const clientFileRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.putClientFile, middleware: mayServe }, async (c) => {
    const { id } = c.req.valid('param')
    const { explanation, ...identity } = c.req.valid('json')
    const asked = { version: versionOrNew(c), now: c.var.services.now() }
    const actor = actorOf(c.var.signedIn)
    orProblem(
      await checkedAgainst(c.var.services.codes, actor, ({ register }) =>
        checkFile(identity, explanation, register),
      ),
    )
    const key = await currentWordKey(c.var.services, actor.cityId)
    const sealed = sealIdentity(placeOf(c), key, id, identity)
    const isOfSame = (file: SealedFile) => isDeepStrictEqual(openIdentity(placeOf(c), file), identity)
    const given = { id, identity: sealed, explanation, isOfSame }
    const kept = orProblem(await asActor(c.var.services.db, actor, (tx) => putFile(tx, actor, given, asked)))
    c.header('etag', etagOf(kept.version))
    return c.json({ version: kept.version }, kept.isNew ? 201 : 200)
  })
  .openapi({ ...contract.readClientFile, middleware: mayServe }, async (c) => {
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    const file = await asActor(c.var.services.db, actor, (tx) => readFile(tx, actor, id))
    const { sealed, wrappedKey, explainedAt, ...rest } = file ?? orProblem<never>(refuse('not_found'))
    c.header('etag', etagOf(rest.version))
    const identity = openIdentity(placeOf(c), { id, sealed, wrappedKey })
    return c.json({ ...rest, ...identity, explainedAt: explainedAt.toISOString() }, 200)
  })
  .openapi({ ...contract.eraseClientFile, middleware: mayServe }, async (c) => {
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    orProblem((await asActor(c.var.services.db, actor, (tx) => eraseFile(tx, actor, id))) ?? id)
    return c.body(null, 204)
  })
  .openapi({ ...contract.lookUpFile, middleware: mayServe }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const doors = [{ kind: 'card', key: keyOf(c, `file ${actor.memberId}`) }] as const
    await passDoors(c, doors)
    const { words } = c.req.valid('json')
    const found = await asActor(db, actor, async (tx) => {
      const digests = searchDigests(placeOf(c), await listWordKeys(tx), words)
      const files = await findFiles(tx, actor, digests)
      if (isRefusal(files)) return files
      const clients = []
      for (const file of files) clients.push({ file, client: await findClient(tx, file.id, now()) })
      return clients
    })
    const items = orProblem<Exclude<typeof found, Refusal>>(found).flatMap(({ file, client }) =>
      client
        ? [
            {
              ...openIdentity(placeOf(c), file),
              client: clientView(client),
              card: cardView(file.card),
            },
          ]
        : [],
    )
    if (items.length > 0) await forgiveDoors(c, doors)
    return c.json({ items }, 200)
  })

const placeOf = (c: Context<RequestEnv>) => ({
  secret: c.var.services.secret,
  cityId: c.var.signedIn.city.id,
})

const cardView = (card: FoundFile['card']) => card && { ...card, pictures: [...card.pictures] }
