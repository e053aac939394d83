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
import { listEarlier } from '../db/report/publishing-store.ts'
import type { TextPlace } from '../db/report/report-text-store.ts'
import { findSnapshot, readSnapshotContent } from '../db/report/snapshot-store.ts'
import { frozenReport } from '../documents/chapter/draft-report.ts'
import { addWords, type WithheldText } from '../documents/chapter/revealing-text.ts'
import type { ReportSource } from '../documents/format/report-source.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import { askPublication, type PublishedContent, publishedContent } from '../domain/report/published-report.ts'
import type { PublishedAudience } from '../domain/report/report-format.ts'
import { hiddenNumbers } from '../domain/report/shown-report.ts'
import { checkSnapshotPeriod } from '../domain/report/snapshot.ts'
import { makeInProcess } from '../jobs/report/file-process.ts'
import { planInThread } from '../jobs/report/plan-thread.ts'
import { localDateIn } from '../text/format.ts'
import type { RequestEnv } from './context.ts'
import { readLive } from './live-report.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { seen } from './publication-routes.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'

const mayRead = [signedIn, requireRight('reports.live')]

export const reportPageRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listLivePages, middleware: mayRead }, async (c) => {
    const { audience, language, ...place } = c.req.valid('query')
    const standing = { audience, on: todayIn(c), checksum: null } as const
    if (audience === 'coordinator')
      return c.json(await listPages(c, { ...(await readLive(c, place, language)), standing }), 200)
    const { content, withheld } = await wouldBeSeen(c, place, audience)
    const source = frozenReport(content, language, audience)
    return c.json(await listPages(c, { ...source, standing }, withheld), 200)
  })
  .openapi({ ...listSnapshotPages, middleware: mayRead }, async (c) => {
    const { id } = c.req.valid('param')
    const { audience, language } = c.req.valid('query')
    if (audience !== 'coordinator') {
      const { content, publication, withheld } = await seen(c, id, audience)
      const on = publication ? dayIn(c, publication.publishedAt) : todayIn(c)
      const standing = { audience, on, checksum: publication?.checksum ?? null }
      const source = frozenReport(content, language, audience)
      return c.json(await listPages(c, { ...source, standing }, withheld), 200)
    }
    const { db } = c.var.services
    const found = await asActor(db, actorOf(c.var.signedIn), (tx) => findSnapshot(tx, id))
    const frozen = orProblem(found ?? refuse('not_found'))
    const standing = { audience, on: dayIn(c, frozen.madeAt), checksum: frozen.checksum }
    return c.json(await listPages(c, { ...frozenReport(frozen, language, audience), standing }), 200)
  })
  .openapi({ ...readReportPage, middleware: [...mayRead, compress()] }, async (c) => {
    const { digest } = c.req.valid('param')
    const page = await makeInProcess('page', { cityId: c.var.signedIn.city.id, digest })
    return c.body(orProblem(page ?? refuse('not_found')), 200, { 'content-type': 'image/svg+xml' })
  })

const todayIn = (c: Context<RequestEnv>) => localDateIn(c.var.services.now(), c.var.signedIn.city.timeZone)

const dayIn = (c: Context<RequestEnv>, moment: string) =>
  localDateIn(new Date(moment), c.var.signedIn.city.timeZone)

/** What an audience would see of the figures as they stand now. Refuses what may not be frozen or published. */
async function wouldBeSeen(
  c: Context<RequestEnv>,
  place: TextPlace,
  audience: PublishedAudience,
): Promise<{ content: PublishedContent; withheld: readonly WithheldText[] }> {
  orProblem(checkSnapshotPeriod(place, todayIn(c)))
  const { services, signedIn: who } = c.var
  const read = await asActor(services.db, actorOf(who), (tx) => readSnapshotContent(tx, who.city, place))
  const earlier = await asActor(services.db, actorOf(who), listEarlier)
  const source = orProblem(read)
  const plan = orProblem(await planInThread(orProblem(askPublication(source, earlier))))
  return addWords(audience, source, publishedContent(source, earlier, plan))
}

async function listPages(
  c: Context<RequestEnv>,
  { report, ...rest }: Omit<ReportSource, 'format' | 'demo'>,
  withheld: readonly WithheldText[] = [],
): Promise<ReportPages> {
  const { id: cityId, isDemo: demo } = c.var.signedIn.city
  const source = { report, ...rest, demo }
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
    withheld: withheld
      .filter(({ language }) => language === rest.language)
      .map(({ passage, sentence }) => ({ passage, sentence })),
  }
}
