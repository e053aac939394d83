import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  listPublications as listPublicationsRoute,
  previewPublication,
  publishReport,
  readPublication,
  withdrawReport,
} from '../contract/publication.ts'
import { asActor } from '../db/as-actor.ts'
import {
  findPublicationOf,
  findPublished,
  findPublishedFor,
  listPublications,
  listPublicationsOf,
} from '../db/report/publication-store.ts'
import {
  addPublication,
  listEarlier,
  sharePublication,
  withdrawPublication,
} from '../db/report/publishing-store.ts'
import { findSnapshot } from '../db/report/snapshot-store.ts'
import { namePassage } from '../documents/chapter/draft-passage.ts'
import { addWords } from '../documents/chapter/revealing-text.ts'
import { reportCharts } from '../documents/chart/report-chart.ts'
import type { SnapshotId } from '../domain/id.ts'
import { hasRegisterNumber } from '../domain/import/register-number.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import {
  askPublication,
  type EventWords,
  type PublishedContent,
  publishedContent,
  publishedEvents,
} from '../domain/report/published-report.ts'
import type { PublishedAudience } from '../domain/report/report-format.ts'
import type { SnapshotContent } from '../domain/report/snapshot.ts'
import { planInThread } from '../jobs/report/plan-thread.ts'
import { labelReader } from '../text/label.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { lookTwice } from './published-event.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'

const mayPublish = [signedIn, requireRight('reports.publish')]

export const publicationRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listPublicationsRoute, middleware: signedIn }, async (c) => {
    const items = await asActor(c.var.services.db, actorOf(c.var.signedIn), listPublications)
    return c.json({ items }, 200)
  })
  .openapi(
    { ...readPublication, middleware: [signedIn, requireRight('reports.read')] as const },
    async (c) => {
      const { id: snapshotId } = c.req.valid('param')
      const { language, audience } = c.req.valid('query')
      const work = asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) =>
        findPublishedFor(tx, { snapshotId, audience }),
      )
      const { content, publication } = orProblem((await work) ?? refuse('not_found'))
      return c.json({ ...(await pageOf(content, language)), publication }, 200)
    },
  )
  .openapi({ ...publishReport, middleware: mayPublish }, async (c) => {
    const { id: snapshotId } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    const { db } = c.var.services
    const { audience, events } = c.req.valid('json')
    if (events?.some((title) => title !== null && hasRegisterNumber(title)))
      orProblem(refuse('register_number', { field: 'events' }))
    const wanted = { snapshotId, audience, memberId: actor.memberId }
    const known = await asActor(db, actor, (tx) => findPublicationOf(tx, wanted))
    if (known) return c.json(known, 200)
    const { content, planned } = await seen(c, snapshotId, audience, events)
    const work = asActor(db, actor, (tx) =>
      planned
        ? addPublication(tx, actor, { ...wanted, ...planned, content })
        : sharePublication(tx, actor, { ...wanted, content }),
    )
    return c.json(orProblem(await work), 201)
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
    const { language, audience } = c.req.valid('query')
    const { publication, content, withheld } = await seen(c, id, audience)
    const words = { language, label: labelReader(content.codes, language) }
    const named = withheld.map((text) => ({ ...text, ...namePassage(text.passage, words) }))
    const events = publication ? [] : await lookTwice(c, content, language)
    return c.json({ ...(await pageOf(content, language)), publication, withheld: named, events }, 200)
  })

async function pageOf({ report, codes, events, keptMonths }: PublishedContent, language: StaffLanguage) {
  const charts = await reportCharts(report, { language, label: labelReader(codes, language) }, events)
  return { report, keptMonths, charts }
}

/**
 * What an audience sees of a published report, or would see of this one: under the plan of the other audience where that
 * has it, else beside everything that was published until now. Events say what the coordinator chooses; the texts are
 * those that this audience may read.
 */
export async function seen(
  c: Context<RequestEnv>,
  snapshotId: SnapshotId,
  audience: PublishedAudience,
  words?: EventWords,
) {
  const actor = actorOf(c.var.signedIn)
  const { known, shown, snapshot } = await asActor(c.var.services.db, actor, async (tx) => {
    const known = await listPublicationsOf(tx, snapshotId)
    const first = known.find((one) => one.audience === audience) ?? known[0]
    const shown = first && (await findPublished(tx, first.id))
    return { known, shown, snapshot: await findSnapshot(tx, snapshotId) }
  })
  const publication = known.find((one) => one.audience === audience) ?? null
  if (publication && shown) return { publication, content: shown, withheld: [], planned: undefined }
  const source = orProblem(snapshot ?? refuse('not_found'))
  const { figures, planned } = shown ? { figures: shown, planned: undefined } : await planBeside(c, source)
  const events = orProblem(publishedEvents(figures.events, words))
  return { publication: null, ...addWords(audience, source, { ...figures, events }), planned }
}

/** Works out what the report hides beside everything that was published until now. */
async function planBeside(c: Context<RequestEnv>, source: SnapshotContent) {
  const earlier = await asActor(c.var.services.db, actorOf(c.var.signedIn), listEarlier)
  const plan = orProblem(await planInThread(orProblem(askPublication(source, earlier))))
  return { figures: publishedContent(source, earlier, plan), planned: { plan, after: earlier.length } }
}
