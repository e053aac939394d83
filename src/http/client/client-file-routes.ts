import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as contract from '../../contract/client-file.ts'
import { asActor } from '../../db/as-actor.ts'
import { eraseFile, type FoundFile, findFiles, putFile, readFile } from '../../db/client/client-file-store.ts'
import { findClient } from '../../db/client/client-store.ts'
import { checkFile, type FileIdentity, keptIdentity, searchForm } from '../../domain/client/client-file.ts'
import type { ClientId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { forgiveDoors, keyOf, passDoors } from '../sign-in/door.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, versionOrNew } from '../version.ts'
import { clientView } from './client-view.ts'
import { blindIndex, openText, sealText } from './private-text.ts'

const mayServe = [signedIn, requireRight('clients.serve')]

/** Who a client is, where they wanted us to know. */
export const clientFileRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.putClientFile, middleware: mayServe }, async (c) => {
    const { id } = c.req.valid('param')
    const { explanation, ...identity } = c.req.valid('json')
    const asked = { version: versionOrNew(c), now: c.var.services.now() }
    orProblem(checkFile(identity, explanation) ?? id)
    const actor = actorOf(c.var.signedIn)
    const given = { id, identity: sealIdentity(c, id, identity), explanation }
    const kept = orProblem(await asActor(c.var.services.db, actor, (tx) => putFile(tx, actor, given, asked)))
    c.header('etag', etagOf(kept.version))
    return c.json({ version: kept.version }, kept.isNew ? 201 : 200)
  })
  .openapi({ ...contract.readClientFile, middleware: mayServe }, async (c) => {
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    const file = await asActor(c.var.services.db, actor, (tx) => readFile(tx, actor, id))
    const { sealed, explainedAt, ...rest } = file ?? orProblem<never>(refuse('not_found'))
    c.header('etag', etagOf(rest.version))
    return c.json({ ...rest, ...openIdentity(c, id, sealed), explainedAt: explainedAt.toISOString() }, 200)
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
    const digest = digestOf(c, c.req.valid('json').words)
    const found = await asActor(db, actor, async (tx) => {
      const files = await findFiles(tx, actor, digest)
      if (isRefusal(files)) return files
      const clients = []
      for (const file of files) clients.push({ file, client: await findClient(tx, file.id, now()) })
      return clients
    })
    const items = orProblem<Exclude<typeof found, Refusal>>(found).flatMap(({ file, client }) =>
      client
        ? [
            {
              ...openIdentity(c, file.id, file.sealed),
              client: clientView(client),
              card: cardView(file.card),
            },
          ]
        : [],
    )
    if (items.length > 0) await forgiveDoors(c, doors)
    return c.json({ items }, 200)
  })

/** Of one city and one client: moved to another, it opens no more. */
const sealingOf = (c: Context<RequestEnv>, about: string) =>
  ({
    secret: c.var.services.secret,
    purpose: 'client file',
    about: `${c.var.signedIn.city.id} ${about}`,
  }) as const

const digestOf = (c: Context<RequestEnv>, words: string): string =>
  blindIndex(searchForm(words), sealingOf(c, 'search'))

const sealIdentity = (c: Context<RequestEnv>, id: ClientId, identity: FileIdentity) => ({
  sealed: sealText(JSON.stringify(identity), sealingOf(c, id)),
  nameDigest: digestOf(c, identity.name),
  reachDigest: identity.reach === null ? null : digestOf(c, identity.reach),
})

const openIdentity = (c: Context<RequestEnv>, id: ClientId, sealed: Buffer): FileIdentity =>
  keptIdentity.parse(JSON.parse(openText(sealed, sealingOf(c, id))))

const cardView = (card: FoundFile['card']) => card && { ...card, pictures: [...card.pictures] }
