import type { Context } from 'hono'
import { asActor } from '../db/as-actor.ts'
import { readReportDraft } from '../db/report/report-draft-store.ts'
import { listTexts, type TextPlace } from '../db/report/report-text-store.ts'
import { draftReport } from '../documents/chapter/draft-report.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { actorOf } from '../domain/people/session.ts'
import type { RequestEnv } from './context.ts'
import { orProblem } from './problem.ts'
import { refusePeriod } from './report-period.ts'

/** The report as it is being made: figures of this moment, texts and proposals. */
export async function readLive(c: Context<RequestEnv>, place: TextPlace, language: StaffLanguage) {
  refusePeriod(place)
  const { services, signedIn: who } = c.var
  const { draft, written } = await asActor(services.db, actorOf(who), async (tx) => ({
    draft: orProblem(await readReportDraft(tx, who.city, place)),
    written: await listTexts(tx, place, language),
  }))
  return draftReport(draft, written, language)
}
