import { OpenAPIHono } from '@hono/zod-openapi'
import {
  deleteRequestView,
  listRequestViews,
  putRequestColumns,
  putRequestView,
  readFilter,
} from '../../contract/help-request.ts'
import { asActor } from '../../db/as-actor.ts'
import { listCodes } from '../../db/city/code-list-store.ts'
import {
  forgetView,
  keepColumns,
  keepView,
  listViews,
  readColumns,
} from '../../db/request/request-view-store.ts'
import type { CodeListItem } from '../../domain/code-list/code-list.ts'
import { actorOf } from '../../domain/people/session.ts'
import { refuse } from '../../domain/refusal.ts'
import { checkFilter } from '../../domain/request/request-filter.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'

export const requestViewRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(
    { ...listRequestViews, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const kept = await asActor(c.var.services.db, actorOf(c.var.signedIn), async (tx) => ({
        items: await listViews(tx),
        columns: await readColumns(tx),
      }))
      return c.json(kept, 200)
    },
  )
  .openapi(
    { ...putRequestView, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const actor = actorOf(c.var.signedIn)
      const view = { id: c.req.valid('param').id, ...c.req.valid('json') }
      orProblem(checkFilter(readFilter(view.search).data ?? {}))
      const kept = await asActor(c.var.services.db, actor, async (tx) =>
        namesSensitive(view.search, await listCodes(tx))
          ? refuse('invalid_input', { field: 'search' })
          : keepView(tx, actor, view),
      )
      return c.json(orProblem(kept), 200)
    },
  )
  .openapi(
    { ...deleteRequestView, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const actor = actorOf(c.var.signedIn)
      const { id } = c.req.valid('param')
      orProblem(await asActor(c.var.services.db, actor, (tx) => forgetView(tx, actor, id)))
      return c.body(null, 204)
    },
  )
  .openapi(
    { ...putRequestColumns, middleware: [signedIn, requireRight('requests.read')] as const },
    async (c) => {
      const actor = actorOf(c.var.signedIn)
      const { columns } = c.req.valid('json')
      await asActor(c.var.services.db, actor, (tx) => keepColumns(tx, actor, columns))
      return c.json({ columns }, 200)
    },
  )

/** A sensitive code stands in no address, so in none that is kept either. */
function namesSensitive(search: string, codes: readonly CodeListItem[]): boolean {
  const values = new Set([...new URLSearchParams(search).values()].flatMap((value) => value.split(',')))
  return codes.some(({ sensitive, code }) => sensitive && values.has(code))
}
