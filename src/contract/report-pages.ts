import { createRoute, z } from '@hono/zod-openapi'
import { snapshotId } from '../domain/id.ts'
import { staffLanguage } from '../domain/language.ts'
import { passage } from '../domain/report/chapter/passage.ts'
import { reportAudience } from '../domain/report/report-format.ts'
import { problems } from './problem.ts'
import { liveReportQuery } from './report.ts'

export const reportPages = z
  .object({
    width: z.number().openapi({ description: 'Of every page, in points' }),
    height: z.number(),
    pages: z.array(z.string()).openapi({
      description: 'The digest of each page: a page that stays the same keeps its own',
    }),
    chapters: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        page: z.int().openapi({ description: 'From 1' }),
        top: z.number().openapi({ description: 'From the top of the page, as a part of its height' }),
        charts: z.array(z.string()).openapi({ description: 'The fields of the report that it shows' }),
        hidden: z.int().openapi({ description: 'How many numbers its readers may not see' }),
      }),
    ),
    withheld: z.array(z.object({ passage, sentence: z.string() })).openapi({
      description: 'Texts that stay out, since a sentence tells a number that these readers may not know',
    }),
  })
  .openapi('ReportPages')

export type ReportPages = z.infer<typeof reportPages>

const pagesAnswer = {
  200: {
    description: 'Where its chapters begin, and by which names its pages are asked for',
    content: { 'application/json': { schema: reportPages } },
  },
  ...problems,
}

export const listLivePages = createRoute({
  method: 'get',
  path: '/api/v1/reports/live/pages',
  summary: 'The pages of the report of a period as it stands now, as an audience would see it (coordinator)',
  request: { query: liveReportQuery.extend({ audience: reportAudience }) },
  responses: pagesAnswer,
})

export const listSnapshotPages = createRoute({
  method: 'get',
  path: '/api/v1/snapshots/{id}/pages',
  summary: 'The pages of a frozen report as an audience sees it, or would see it (coordinator)',
  request: {
    params: z.object({ id: snapshotId }),
    query: z.strictObject({ language: staffLanguage, audience: reportAudience }),
  },
  responses: pagesAnswer,
})

export const readReportPage = createRoute({
  method: 'get',
  path: '/api/v1/reports/pages/{digest}',
  summary: 'A page as it is printed; not_found some time after its report was last asked for',
  request: { params: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: {
    200: {
      description: 'The page, with nothing to load beside it',
      content: { 'image/svg+xml': { schema: z.string() } },
    },
    ...problems,
  },
})
