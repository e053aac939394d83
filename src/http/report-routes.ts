import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  compareLiveReport,
  listDuePeriods as listDuePeriodsRoute,
  readLiveReport,
  readLiveReportFile,
  readLiveReportPage,
} from '../contract/report.ts'
import { asActor } from '../db/as-actor.ts'
import { listEvents } from '../db/city/calendar-event-store.ts'
import { listCodes } from '../db/city/code-list-store.ts'
import { listDesks } from '../db/city/desk-store.ts'
import { listDuePeriods } from '../db/report/ended-period-store.ts'
import { readReport } from '../db/report/live-report-store.ts'
import { namePassage } from '../documents/chapter/draft-passage.ts'
import { reportCharts } from '../documents/chart/report-chart.ts'
import { reportComparison } from '../documents/report-comparison.ts'
import { actorOf } from '../domain/people/session.ts'
import { previousPeriod, yearBefore } from '../domain/report/comparison.ts'
import type { Period } from '../domain/report/half-year-report.ts'
import { reportFormat } from '../domain/report/report-format.ts'
import { rowFilters } from '../domain/report/row-filter.ts'
import { standReady } from '../jobs/report/file-process.ts'
import { localDateIn } from '../text/format.ts'
import { labelReader } from '../text/label.ts'
import type { RequestEnv } from './context.ts'
import { readLive } from './live-report.ts'
import { answerInvalid } from './problem.ts'
import { answerReportFile } from './report-file.ts'
import { refusePeriod } from './report-period.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'

export const reportRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(
    { ...readLiveReport, middleware: [signedIn, requireRight('reports.live')] as const },
    async (c) => {
      const period = c.req.valid('query')
      return c.json((await read(c, period)).report, 200)
    },
  )
  .openapi(
    { ...readLiveReportPage, middleware: [signedIn, requireRight('reports.live')] as const },
    async (c) => {
      const { language, ...period } = c.req.valid('query')
      const { report, codes, events, desks } = await read(c, period)
      const words = { language, label: labelReader(codes, language) }
      const charts = await reportCharts(report, words, events)
      const sensitive = new Set(codes.filter((item) => item.sensitive).map(({ code }) => code))
      const filters = rowFilters(report, desks, (code) => sensitive.has(code))
      const standing = { audience: 'coordinator', on: period.to, checksum: null } as const
      standReady({ format: 'pdf', language, report, codes, events, demo: false, standing })
      return c.json({ report, charts, filters }, 200)
    },
  )
  .openapi(
    { ...listDuePeriodsRoute, middleware: [signedIn, requireRight('reports.live')] as const },
    async (c) => {
      const { services, signedIn: who } = c.var
      const today = localDateIn(services.now(), who.city.timeZone)
      const items = await asActor(services.db, actorOf(who), (tx) => listDuePeriods(tx, today))
      const inWords = items.map((period) => ({
        ...period,
        openChapters: period.openChapters.map((code) => namePassage(code, { language: c.var.language })),
      }))
      return c.json({ items: inWords }, 200)
    },
  )
  .openapi(
    { ...compareLiveReport, middleware: [signedIn, requireRight('reports.live')] as const },
    async (c) => {
      const { language, ...period } = c.req.valid('query')
      refusePeriod(period)
      const { services, signedIn: who } = c.var
      const { report, previous, year, codes } = await asActor(services.db, actorOf(who), async (tx) => ({
        report: await readReport(tx, who.city, period),
        previous: await readReport(tx, who.city, previousPeriod(period)),
        year: await readReport(tx, who.city, yearBefore(period)),
        codes: await listCodes(tx),
      }))
      const words = { language, label: labelReader(codes, language) }
      const items = [
        reportComparison('previous', report, previous, words),
        reportComparison('yearBefore', report, year, words),
      ]
      return c.json({ items }, 200)
    },
  )
  .openapi(
    { ...readLiveReportFile, middleware: [signedIn, requireRight('reports.live')] as const },
    async (c) => {
      const format = reportFormat.parse(c.req.valid('param').file.slice('live.'.length))
      const { language, projectId, ...period } = c.req.valid('query')
      const { city } = c.var.signedIn
      const source = await readLive(c, { ...period, projectId }, language)
      const on = localDateIn(c.var.services.now(), city.timeZone)
      const standing = { audience: 'coordinator', on, checksum: null } as const
      return answerReportFile(c, { ...source, format, demo: city.isDemo, standing })
    },
  )

function read(c: Context<RequestEnv>, period: Period) {
  refusePeriod(period)
  return asActor(c.var.services.db, actorOf(c.var.signedIn), async (tx) => ({
    report: await readReport(tx, c.var.signedIn.city, period),
    codes: await listCodes(tx),
    events: await listEvents(tx, period),
    desks: await listDesks(tx),
  }))
}
