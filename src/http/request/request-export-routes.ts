import { OpenAPIHono, z } from '@hono/zod-openapi'
import { exportRequests, listRequestExports } from '../../contract/request-export.ts'
import { asActor } from '../../db/as-actor.ts'
import { listCodes } from '../../db/city/code-list-store.ts'
import { listExports, openExport } from '../../db/request/request-export-store.ts'
import { hasRegisterNumber } from '../../domain/import/register-number.ts'
import { actorOf } from '../../domain/people/session.ts'
import { refuse } from '../../domain/refusal.ts'
import { exportColumns, keptFilter } from '../../domain/request/request-export.ts'
import { localDateIn } from '../../text/format.ts'
import { labelReader } from '../../text/label.ts'
import { translator } from '../../text/translate.ts'
import type { RequestEnv } from '../context.ts'
import { pageOf, readCursor, writeCursor } from '../cursor.ts'
import { answerInvalid, orProblem, ProblemError } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { fileType, requestFile } from './request-file.ts'
import { readWanted } from './wanted.ts'

/** Each holds one of the few connections for as long as its reader takes. */
const mostAtOnce = 3
const running = { exports: 0 }

/** Opens an export when there is room, counted before anything is waited for; whoever ends it gives the place back. */
async function inTurn<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  if (running.exports >= mostAtOnce) throw new ProblemError(429, 'export_busy')
  running.exports++
  try {
    return await open()
  } catch (error) {
    running.exports--
    throw error
  }
}

export const requestExportRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(
    { ...exportRequests, middleware: [signedIn, requireRight('requests.export')] as const },
    async (c) => {
      const filter = c.req.valid('query')
      const { format, language, reason, closeColumns } = c.req.valid('json')
      if (hasRegisterNumber(reason)) orProblem(refuse('register_number', { field: 'reason' }))
      const { db, now } = c.var.services
      const { city } = c.var.signedIn
      const actor = actorOf(c.var.signedIn)
      const { codes, batches, close } = await inTurn(async () => {
        const wanted = { ...(await readWanted(c, c.var.signedIn, filter)), timeZone: city.timeZone }
        const codes = await asActor(db, actor, listCodes)
        const sensitive = new Set(codes.flatMap((item) => (item.sensitive ? item.code : [])))
        const kept = keptFilter(filter, (code) => sensitive.has(code))
        const entry = { format, language, filter: kept, closeColumns, reason }
        return { codes, ...(await openExport(db, actor, wanted, entry, now)) }
      })
      const body = requestFile(batches, {
        format,
        columns: exportColumns(closeColumns),
        words: { language, label: labelReader(codes, language) },
        onEnd: async () => {
          running.exports--
          await close()
        },
      })
      const day = localDateIn(now(), city.timeZone)
      const name = `${translator(language)('export:fileName')}-${city.code}-${day}.${format}`
      c.header('content-disposition', `attachment; filename="${name}"`)
      return c.body(body, 200, { 'content-type': fileType[format] })
    },
  )
  .openapi(
    { ...listRequestExports, middleware: [signedIn, requireRight('exports.read')] as const },
    async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const [after] = readCursor(cursor, z.tuple([z.guid()])) ?? []
      const rows = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
        listExports(tx, { after, limit: limit + 1 }),
      )
      return c.json(
        pageOf(rows, limit, ({ id }) => writeCursor([id])),
        200,
      )
    },
  )
