import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  listPublications as listPublicationsRoute,
  previewPublication,
  publishReport,
  withdrawReport,
} from '../contract/publication.ts'
import { asActor } from '../db/as-actor.ts'
import {
  addPublication,
  findPublicationOf,
  findPublished,
  listEarlier,
  listPublications,
  withdrawPublication,
} from '../db/report/publication-store.ts'
import { findSnapshot } from '../db/report/snapshot-store.ts'
import { makeUuid } from '../db/uuid.ts'
import { namePassage } from '../documents/chapter/draft-passage.ts'
import { textsFor } from '../documents/chapter/revealing-text.ts'
import { reportCharts } from '../documents/chart/report-chart.ts'
import { publicationId, type SnapshotId } from '../domain/id.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import { askPublication, publishedContent } from '../domain/report/published-report.ts'
import { planInThread } from '../jobs/report/plan-thread.ts'
import { labelReader } from '../text/label.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'

const mayPublish = [signedIn, requireRight('reports.publish')]

export const publicationRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listPublicationsRoute, middleware: signedIn }, async (c) => {
    const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), listPublications)
    return c.json({ items }, 200)
  })
  .openapi({ ...publishReport, middleware: mayPublish }, async (c) => {
    const { id: snapshotId } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    const { db } = c.var.services
    const known = await asActor(db, actor, (tx) => findPublicationOf(tx, snapshotId))
    if (known) return c.json(known, 200)
    const { content, plan, after } = await planned(c, snapshotId)
    const id = publicationId.parse(makeUuid())
    const publication = { id, snapshotId, memberId: actor.memberId, content, plan, after }
    return c.json(orProblem(await asActor(db, actor, (tx) => addPublication(tx, actor, publication))), 201)
  })
  .openapi({ ...withdrawReport, middleware: mayPublish }, async (c) => {
    const { id: snapshotId } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const actor = actorOf(c.var.signedIn)
    const withdrawal = { snapshotId, memberId: actor.memberId, reason }
    const work = asActor(c.var.services.db, actor, (tx) => withdrawPublication(tx, actor, withdrawal))
    return c.json(orProblem(await work), 200)
  })
  .openapi({ ...previewPublication, middleware: mayPublish }, async (c) => {
    const { id } = c.req.valid('param')
    const { language } = c.req.valid('query')
    const { publication, content, withheld } = await seen(c, id)
    const words = { language, label: labelReader(content.codes, language) }
    const charts = await reportCharts(content.report, words, content.events)
    const { report, keptMonths } = content
    return c.json(
      {
        report,
        keptMonths,
        charts,
        publication,
        withheld: withheld.map((text) => ({ ...text, ...namePassage(text.passage, words) })),
      },
      200,
    )
  })

/** What everybody sees of a published report, or would see of this one. */
export async function seen(c: Context<RequestEnv>, snapshotId: SnapshotId) {
  const actor = actorOf(c.var.signedIn)
  const published = await asActor(c.var.services.db, actor, async (tx) => {
    const publication = await findPublicationOf(tx, snapshotId)
    return publication && { publication, content: await findPublished(tx, publication.id) }
  })
  if (published?.content)
    return { publication: published.publication, content: published.content, withheld: [] }
  const { content, withheld } = await planned(c, snapshotId)
  return { publication: null, content, withheld }
}

/** Works out what the report hides beside everything that was published until now. */
async function planned(c: Context<RequestEnv>, snapshotId: SnapshotId) {
  const actor = actorOf(c.var.signedIn)
  const { snapshot, earlier } = await asActor(c.var.services.db, actor, async (tx) => ({
    snapshot: await findSnapshot(tx, snapshotId),
    earlier: await listEarlier(tx),
  }))
  const source = orProblem(snapshot ?? refuse('not_found'))
  const plan = orProblem(await planInThread(orProblem(askPublication(source, earlier))))
  const figures = publishedContent(source, earlier, plan)
  const { texts, withheld } = textsFor('everybody', source, figures.report)
  const content = texts.length === 0 ? figures : { ...figures, texts }
  return { content, withheld, plan, after: earlier.length }
}
