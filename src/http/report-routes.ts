import { OpenAPIHono } from '@hono/zod-openapi'
import { readLiveReport, readLiveReportPage, readLiveReportPdf } from '../contract/report.ts'
import { asActor } from '../db/as-actor.ts'
import { listCodes } from '../db/code-list-store.ts'
import { readReport } from '../db/live-report-store.ts'
import { reportCharts } from '../documents/report-chart.ts'
import { reportPdf } from '../documents/report-pdf.ts'
import { actorOf } from '../domain/session.ts'
import { labelReader } from '../text/label.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid } from './problem.ts'
import { requireRight, signedIn } from './signed-in.ts'

export const reportRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid }).openapi(
  { ...readLiveReport, middleware: [signedIn, requireRight('reports.live')] as const },
  async (c) => {
    const { signedIn: session, services } = c.var
    const period = c.req.valid('query')
    const report = await asActor(services.db, actorOf(session), (tx) => readReport(tx, session.city, period))
    return c.json(report, 200)
  },
)
