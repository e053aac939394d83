import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import {
  listLivePages,
  listSnapshotPages,
  type ReportPages,
  readReportPage,
} from '../contract/report-pages.ts'
import { asActor } from '../db/as-actor.ts'
import { listEvents } from '../db/city/calendar-event-store.ts'
import { listCodes } from '../db/city/code-list-store.ts'
import { readReport } from '../db/report/live-report-store.ts'
import { readReportedProject } from '../db/report/project-store.ts'
import { listEarlier } from '../db/report/publication-store.ts'
import { findSnapshot, readSnapshotContent } from '../db/report/snapshot-store.ts'
import type { ReportSource } from '../documents/format/report-source.ts'
import type { ProjectId } from '../domain/id.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import type { Period } from '../domain/report/half-year-report.ts'
import { askPublication, type PublishedContent, publishedContent } from '../domain/report/published-report.ts'
import { hiddenNumbers } from '../domain/report/shown-report.ts'
import { checkSnapshotPeriod } from '../domain/report/snapshot.ts'
import { makeInProcess } from '../jobs/report/file-process.ts'
import { planInThread } from '../jobs/report/plan-thread.ts'
import { localDateIn } from '../text/format.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { seen } from './publication-routes.ts'
import { refusePeriod } from './report-period.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'

const mayRead = [signedIn, requireRight('reports.live')]

export const reportPageRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listLivePages, middleware: mayRead }, async (c) => {
    const { audience, language, ...place } = c.req.valid('query')
    const content = audience === 'coordinator' ? await readLive(c, place) : await wouldBeSeen(c, place)
    const standing = { audience, on: todayIn(c), checksum: null } as const
    return c.json(await listPages(c, { ...content, language, standing }), 200)
  })
  .openapi({ ...listSnapshotPages, middleware: mayRead }, async (c) => {
    const { id } = c.req.valid('param')
    const { audience, language } = c.req.valid('query')
    if (audience === 'everybody') {
      const { content, publication } = await seen(c, id)
      const on = publication ? dayIn(c, publication.publishedAt) : todayIn(c)
      const standing = { audience, on, checksum: publication?.checksum ?? null }
      return c.json(await listPages(c, { ...content, language, standing }), 200)
    }
    const { db } = c.var.services
    const found = await asActor(db, actorOf(c.var.signedIn), (tx) => findSnapshot(tx, id))
    const { madeAt, checksum, ...content } = orProblem(found ?? refuse('not_found'))
    const standing = { audience, on: dayIn(c, madeAt), checksum }
    return c.json(await listPages(c, { ...content, language, standing }), 200)
  })
  .openapi({ ...readReportPage, middleware: [...mayRead, compress()] }, async (c) => {
    const { digest } = c.req.valid('param')
    const page = await makeInProcess('page', { cityId: c.var.signedIn.city.id, digest })
    return c.body(orProblem(page ?? refuse('not_found')), 200, { 'content-type': 'image/svg+xml' })
  })

const todayIn = (c: Context<RequestEnv>) => localDateIn(c.var.services.now(), c.var.signedIn.city.timeZone)

const dayIn = (c: Context<RequestEnv>, moment: string) =>
  localDateIn(new Date(moment), c.var.signedIn.city.timeZone)

interface Place extends Period {
  readonly projectId?: ProjectId | undefined
}

function readLive(c: Context<RequestEnv>, { projectId, ...period }: Place) {
  refusePeriod(period)
  const { services, signedIn: who } = c.var
  return asActor(services.db, actorOf(who), async (tx) => ({
    report: await readReport(tx, who.city, period),
    codes: await listCodes(tx),
    events: await listEvents(tx, period),
    project: projectId && orProblem(await readReportedProject(tx, projectId, period)),
  }))
}

/** What everybody would see of the figures as they stand now. Refuses what may not be frozen or published. */
async function wouldBeSeen(c: Context<RequestEnv>, place: Place): Promise<PublishedContent> {
  orProblem(checkSnapshotPeriod(place, todayIn(c)))
  const { services, signedIn: who } = c.var
  const read = await asActor(services.db, actorOf(who), (tx) => readSnapshotContent(tx, who.city, place))
  const earlier = await asActor(services.db, actorOf(who), listEarlier)
  const source = orProblem(read)
  const plan = orProblem(await planInThread(orProblem(askPublication(source, earlier))))
  return publishedContent(source, earlier, plan)
}

async function listPages(
  c: Context<RequestEnv>,
  { report, codes, events, language, standing, project }: Omit<ReportSource, 'format' | 'demo'>,
): Promise<ReportPages> {
  const { id: cityId, isDemo: demo } = c.var.signedIn.city
  const source = { report, codes, events, language, standing, project, demo }
  const { digests, chapters, ...size } = await makeInProcess('pages', { cityId, source })
  const hidden: ReadonlyMap<string, number> = hiddenNumbers(report)
  return {
    ...size,
    pages: [...digests],
    chapters: chapters.map(({ charts, ...chapter }) => ({
      ...chapter,
      charts: [...charts],
      hidden: charts.reduce((sum, chart) => sum + (hidden.get(chart) ?? 0), 0),
    })),
  }
}
