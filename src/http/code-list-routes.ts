import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import {
  countCodeUse,
  listCodeLists,
  listCodeVersions,
  orderCodes,
  patchCode,
  putCode,
  readCode,
  restoreCode,
  retireCode,
} from '../contract/code-list.ts'
import { asActor } from '../db/as-actor.ts'
import { addCode, changeWords, setOffered, setOrder } from '../db/city/code-change-store.ts'
import { asOnDay, listVersions } from '../db/city/code-history-store.ts'
import { findCode, listCodeListVersions, listCodes } from '../db/city/code-list-store.ts'
import { countUse } from '../db/city/code-use-store.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { actorOf } from '../domain/people/session.ts'
import { localDateIn } from '../text/format.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'
import { etagOf, readVersion } from './version.ts'

const mayChange = requireRight('code_lists.change')

export const codeListRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  // Large, and asked for at every start: compressed, and sent once. It holds no secret that whoever sees its length could guess at.
  .openapi({ ...listCodeLists, middleware: [signedIn, compress(), etag({ weak: true })] }, async (c) => {
    c.header('cache-control', 'private, no-cache')
    const { on } = c.req.valid('query')
    const { timeZone } = c.var.signedIn.city
    const answer = await work(c, async (tx) => {
      const items = await listCodes(tx)
      return on ? asOnDay(tx, items, { on, timeZone }) : { items, lists: await listCodeListVersions(tx) }
    })
    return c.json(answer, 200)
  })
  // Counts are live figures, and those are the coordinator's alone.
  .openapi({ ...countCodeUse, middleware: [signedIn, requireRight('reports.live')] as const }, async (c) =>
    c.json({ items: await work(c, countUse) }, 200),
  )
  // Before the codes: its address would be that of a code `order`, which nobody may add.
  .openapi({ ...orderCodes, middleware: [signedIn, mayChange] as const }, async (c) => {
    const order = { ...c.req.valid('param'), ...c.req.valid('json'), version: wantedVersion(c) }
    const version = orProblem(await work(c, (tx, actor) => setOrder(tx, actor, order)))
    c.header('etag', etagOf(version))
    return c.json({ version }, 200)
  })
  .openapi({ ...readCode, middleware: [signedIn] as const }, async (c) => {
    const item = orProblem(await work(c, (tx) => findCode(tx, c.req.valid('param'))))
    c.header('etag', etagOf(item.version))
    return c.json(item, 200)
  })
  .openapi({ ...putCode, middleware: [signedIn, mayChange] as const }, async (c) => {
    const code = { ...c.req.valid('param'), ...c.req.valid('json') }
    const { item, isNew } = orProblem(await work(c, (tx, actor) => addCode(tx, actor, code)))
    c.header('etag', etagOf(item.version))
    return c.json(item, isNew ? 201 : 200)
  })
  .openapi({ ...patchCode, middleware: [signedIn, mayChange] as const }, async (c) => {
    const change = { ...c.req.valid('param'), words: c.req.valid('json'), version: wantedVersion(c) }
    const item = orProblem(await work(c, (tx, actor) => changeWords(tx, actor, change)))
    c.header('etag', etagOf(item.version))
    return c.json(item, 200)
  })
  .openapi({ ...retireCode, middleware: [signedIn, mayChange] as const }, async (c) => {
    const change = { ...c.req.valid('param'), active: false, version: wantedVersion(c) }
    const item = orProblem(await work(c, (tx, actor) => setOffered(tx, actor, change)))
    c.header('etag', etagOf(item.version))
    return c.json(item, 200)
  })
  .openapi({ ...restoreCode, middleware: [signedIn, mayChange] as const }, async (c) => {
    const change = { ...c.req.valid('param'), active: true, version: wantedVersion(c) }
    const item = orProblem(await work(c, (tx, actor) => setOffered(tx, actor, change)))
    c.header('etag', etagOf(item.version))
    return c.json(item, 200)
  })
  .openapi({ ...listCodeVersions, middleware: [signedIn] as const }, async (c) => {
    const kept = orProblem(
      await work(c, async (tx) => {
        const item = await findCode(tx, c.req.valid('param'))
        return 'refused' in item ? item : listVersions(tx, item)
      }),
    )
    const { timeZone } = c.var.signedIn.city
    const items = kept.map(({ changedAt, ...version }) => ({
      ...version,
      changedAt: changedAt.toISOString(),
      changedOn: localDateIn(changedAt, timeZone),
    }))
    return c.json({ items }, 200)
  })

const work = <T>(c: Context<RequestEnv>, ask: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> => {
  const actor = actorOf(c.var.signedIn)
  return asActor(c.var.services.db, actor, (tx) => ask(tx, actor))
}

const wantedVersion = (c: Context<RequestEnv>): number => readVersion(c)
