import { OpenAPIHono } from '@hono/zod-openapi'
import {
  chooseImportColumns as chooseColumnsRoute,
  listImportCodes as codesRoute,
  listImportColumns as columnsRoute,
  decideImportValue as decideRoute,
  forgetImportMapping as forgetMappingRoute,
  listImportMappings as mappingsRoute,
  listImportValues as valuesRoute,
} from '../../contract/import-decision.ts'
import { asActor } from '../../db/as-actor.ts'
import { writeAuditEvent } from '../../db/audit-store.ts'
import { listCodes } from '../../db/city/code-list-store.ts'
import { decideColumns, decideValue } from '../../db/import/import-decision-store.ts'
import { forgetDecision } from '../../db/import/import-memory-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import { cldrNames } from '../../text/world-names.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem, ProblemError } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'
import { viewColumns } from './import-column-view.ts'
import { viewChoices, viewMemory, viewValues } from './import-value-view.ts'
import { viewImport } from './import-view.ts'

const middleware = [signedIn, requireRight('imports.run')]

export const importDecisionRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...columnsRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const { organizationId } = c.req.valid('query')
    const shown = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      viewColumns(tx, id, organizationId),
    )
    const columns = orProblem(shown)
    c.header('etag', etagOf(columns.version))
    return c.json(columns, 200)
  })
  .openapi({ ...chooseColumnsRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const chosen = c.req.valid('json')
    const actor = actorOf(c.var.signedIn)
    const now = c.var.services.now()
    const detail = await asActor(c.var.services.db, actor, async (tx) => {
      orProblem(await decideColumns(tx, actor, { id, version, now, names: cldrNames(), ...chosen }))
      return orProblem(await viewImport(tx, id, { language: c.var.language, now }))
    })
    c.header('etag', etagOf(detail.version))
    return c.json(detail, 200)
  })
  .openapi({ ...valuesRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const { language } = c.var
    const shown = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      viewValues(tx, id, language),
    )
    const values = orProblem(shown)
    c.header('etag', etagOf(values.version))
    return c.json(values, 200)
  })
  .openapi({ ...decideRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const decision = c.req.valid('json')
    const actor = actorOf(c.var.signedIn)
    const now = c.var.services.now()
    const detail = await asActor(c.var.services.db, actor, async (tx) => {
      orProblem(await decideValue(tx, actor, { id, version, now, ...decision }))
      return orProblem(await viewImport(tx, id, { language: c.var.language, now }))
    })
    c.header('etag', etagOf(detail.version))
    return c.json(detail, 200)
  })
  .openapi({ ...codesRoute, middleware }, async (c) => {
    const { field } = c.req.valid('query')
    const codes = await asActor(c.var.services.db, actorOf(c.var.signedIn), listCodes)
    return c.json({ items: viewChoices(codes, field, c.var.language) }, 200)
  })
  .openapi({ ...mappingsRoute, middleware }, async (c) => {
    const asked = c.req.valid('query').organizationId ?? c.var.signedIn.member.organizationId
    const { language } = c.var
    const memory = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
      viewMemory(tx, asked, language),
    )
    return c.json(memory, 200)
  })
  .openapi({ ...forgetMappingRoute, middleware }, async (c) => {
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    await asActor(c.var.services.db, actor, async (tx) => {
      if (!(await forgetDecision(tx, actor.cityId, id))) throw new ProblemError(404, 'not_found')
      await writeAuditEvent(tx, actor, { event: 'import_value.forgotten', subjectId: id })
    })
    return c.body(null, 204)
  })
