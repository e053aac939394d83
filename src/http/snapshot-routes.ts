import { OpenAPIHono } from '@hono/zod-openapi'
import {
  freezeReport,
  listSnapshotChanges,
  listSnapshots as listSnapshotsRoute,
  readSnapshot,
  readSnapshotFile,
  readSnapshotPage,
} from '../contract/snapshot.ts'
import { asActor } from '../db/as-actor.ts'
import type { Tx } from '../db/database.ts'
import { findFrozen } from '../db/report/frozen-report-store.ts'
import { readReport } from '../db/report/live-report-store.ts'
import { addSnapshot, findSnapshot, listSnapshots, readSnapshotContent } from '../db/report/snapshot-store.ts'
import { reportCharts } from '../documents/chart/report-chart.ts'
import { reportChanges } from '../documents/report-changes.ts'
import type { City } from '../domain/city.ts'
import type { SnapshotId } from '../domain/id.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import { checkSnapshotPeriod } from '../domain/report/snapshot.ts'
import { frozenFile } from '../jobs/report/frozen-file.ts'
import { localDateIn } from '../text/format.ts'
import { labelReader } from '../text/label.ts'
import type { RequestEnv } from './context.ts'
import { pageOf, readMoment, writeMoment } from './cursor.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { answerFile } from './report-file.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'

const mayRead = [signedIn, requireRight('reports.live')]

export const snapshotRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listSnapshotsRoute, middleware: mayRead }, async (c) => {
    const { cursor, limit, from, to } = c.req.valid('query')
    const page = { after: readMoment(cursor), limit: limit + 1, from, to }
    const heads = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => listSnapshots(tx, page))
    return c.json(
      pageOf(heads, limit, ({ madeAt, id }) => writeMoment({ at: new Date(madeAt), id })),
      200,
    )
  })
  .openapi(
    { ...freezeReport, middleware: [signedIn, requireRight('reports.freeze')] as const },
    async (c) => {
      const { projectId, ...wanted } = c.req.valid('json')
      const { services, signedIn: who } = c.var
      orProblem(checkSnapshotPeriod(wanted, localDateIn(services.now(), who.city.timeZone)))
      const actor = actorOf(who)
      const frozen = { ...wanted, memberId: who.member.id }
      const source = { ...wanted, projectId }
      const content = orProblem(
        await asActor(services.db, actor, (tx) => readSnapshotContent(tx, who.city, source)),
      )
      const { snapshot, isNew } = orProblem(
        await asActor(services.db, actor, (tx) => addSnapshot(tx, actor, frozen, content)),
      )
      return c.json(snapshot, isNew ? 201 : 200)
    },
  )
  .openapi({ ...readSnapshot, middleware: mayRead }, async (c) => {
    const { id } = c.req.valid('param')
    const found = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => findSnapshot(tx, id))
    return c.json(orProblem(found ?? refuse('not_found')), 200)
  })
  .openapi({ ...readSnapshotPage, middleware: mayRead }, async (c) => {
    const { id } = c.req.valid('param')
    const { language } = c.req.valid('query')
    const found = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => findSnapshot(tx, id))
    const frozen = orProblem(found ?? refuse('not_found'))
    const { report, codes, events, project, monthCounts, texts, ...kept } = frozen
    const { openingDays, closedDays, afterThemes, helpLevels, unfinished, walkedAlong, ...snapshot } = kept
    const charts = await reportCharts(report, { language, label: labelReader(codes, language) }, events)
    return c.json({ snapshot, report, charts, ...(project ? { project } : {}) }, 200)
  })
  .openapi({ ...listSnapshotChanges, middleware: mayRead }, async (c) => {
    const { id } = c.req.valid('param')
    const { language, against } = c.req.valid('query')
    const { services, signedIn: who } = c.var
    const { frozen, other } = orProblem(
      await asActor(services.db, actorOf(who), (tx) => findVersions(tx, who.city, id, against)),
    )
    const words = { language, label: labelReader(frozen.codes, language) }
    const isLater = other.version === null || other.version > frozen.version
    return c.json(isLater ? reportChanges(frozen, other, words) : reportChanges(other, frozen, words), 200)
  })
  .openapi(
    { ...readSnapshotFile, middleware: [signedIn, requireRight('reports.read')] as const },
    async (c) => {
      const { id, format } = c.req.valid('param')
      const { language, audience } = c.req.valid('query')
      const { services, signedIn: who } = c.var
      const actor = actorOf(who)
      const frozen = orProblem(await asActor(services.db, actor, (tx) => findFrozen(tx, id, audience)))
      const wanted = { snapshotId: id, format, language, audience }
      const { source, bytes } = await frozenFile(services.db, actor, who.city, frozen, wanted)
      return answerFile(c, source, bytes, [audience])
    },
  )

/** A frozen report and what it is laid beside: another of the same period, or its figures as they are now. */
async function findVersions(tx: Tx, city: City, id: SnapshotId, against: SnapshotId | undefined) {
  const frozen = await findSnapshot(tx, id)
  if (!frozen) return refuse('not_found')
  if (!against) return { frozen, other: { report: await readReport(tx, city, frozen), version: null } }
  const other = await findSnapshot(tx, against)
  return other?.from === frozen.from && other.to === frozen.to ? { frozen, other } : refuse('not_found')
}
