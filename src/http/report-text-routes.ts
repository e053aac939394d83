import { OpenAPIHono } from '@hono/zod-openapi'
import {
  listReportTexts,
  listReportTextVersions,
  type ReportPassage,
  saveReportText,
} from '../contract/report-text.ts'
import { asActor } from '../db/as-actor.ts'
import { type ReportDraft, readReportDraft } from '../db/report/report-draft-store.ts'
import {
  listPassageVersions,
  listTexts,
  type SavedPassage,
  savePassage,
} from '../db/report/report-text-store.ts'
import { draftPassages } from '../documents/chapter/draft-passage.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import type { Passage } from '../domain/report/chapter/passage.ts'
import type { TellingPart } from '../domain/report/story/telling-part.ts'
import { labelReader } from '../text/label.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem, problemBody } from './problem.ts'
import { refusePeriod } from './report-period.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'
import { findTelling } from './telling-parts.ts'
import { etagOf, readVersion } from './version.ts'

const mayWrite = [signedIn, requireRight('reports.write')]

export const reportTextRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listReportTexts, middleware: mayWrite }, async (c) => {
    const { language, ...place } = c.req.valid('query')
    refusePeriod(place)
    const { services, signedIn: who } = c.var
    const { draft, written, tellingIn } = await asActor(services.db, actorOf(who), async (tx) => ({
      draft: orProblem(await readReportDraft(tx, who.city, place)),
      written: await listTexts(tx, place, language),
      tellingIn: await findTelling(tx, who.city, place),
    }))
    return c.json({ passages: wordPassages({ draft, tellingIn }, written, language) }, 200)
  })
  .openapi({ ...saveReportText, middleware: mayWrite }, async (c) => {
    const { passage } = c.req.valid('param')
    const { language, ...place } = c.req.valid('query')
    refusePeriod(place)
    const version = readVersion(c)
    const change = { ...c.req.valid('json'), version, at: c.var.services.now() }
    const { services, signedIn: who } = c.var
    const actor = actorOf(who)
    const { saved, ...source } = await asActor(services.db, actor, async (tx) => ({
      draft: orProblem(await readReportDraft(tx, who.city, place)),
      tellingIn: passage === 'stories' ? await findTelling(tx, who.city, place) : () => [],
      saved: orProblem(
        await savePassage(
          tx,
          actor,
          { ...place, language, passage },
          { ...change, memberId: actor.memberId },
        ),
      ),
    }))
    if ('current' in saved) {
      const current = wordPassage(passage, source, saved.current)
      return c.json({ ...problemBody(c, 412, refuse('version_stale')), current }, 412, {
        'content-type': 'application/problem+json',
      })
    }
    c.header('etag', etagOf(saved.version))
    return c.json(wordPassage(passage, source, saved), 200)
  })
  .openapi({ ...listReportTextVersions, middleware: mayWrite }, async (c) => {
    const place = { ...c.req.valid('param'), ...c.req.valid('query') }
    refusePeriod(place)
    const actor = actorOf(c.var.signedIn)
    const items = await asActor(c.var.services.db, actor, (tx) => listPassageVersions(tx, place))
    return c.json({ items }, 200)
  })

interface PassageSource {
  readonly draft: ReportDraft
  readonly tellingIn: (text: string) => TellingPart[]
}

const wordPassages = (
  { draft, tellingIn }: PassageSource,
  written: readonly SavedPassage[],
  language: StaffLanguage,
): ReportPassage[] =>
  draftPassages(draft, written, { language, label: labelReader(draft.codes, language) }).map(
    ({ saved, ...passage }) => ({
      ...passage,
      sentences: passage.sentences.map(({ text, sources }) => ({ text, sources: [...sources] })),
      version: saved?.version ?? 0,
      editedBy: saved?.editedBy ?? null,
      editedAt: saved?.editedAt ?? null,
      telling: passage.passage === 'stories' ? tellingIn(passage.body) : [],
    }),
  )

function wordPassage(passage: Passage, source: PassageSource, saved: SavedPassage): ReportPassage {
  const found = wordPassages(source, [saved], saved.language).find((each) => each.passage === passage)
  if (!found) throw new Error(`no passage ${passage}`)
  return found
}
