import { createRoute, z } from '@hono/zod-openapi'
import { holidayCodes } from '../domain/calendar/holiday.ts'
import { projectId, snapshotId } from '../domain/id.ts'
import { staffLanguage } from '../domain/language.ts'
import { localDate, month } from '../domain/local-date.ts'
import { reportAudience, reportFormat } from '../domain/report/report-format.ts'
import type { MonthCounts } from '../domain/report/suppression/public-cube.ts'
import { frozenCode } from './code-list.ts'
import { pageAnswer, pageQuery } from './page.ts'
import { problems, writeProblems } from './problem.ts'
import { reportedProject } from './project.ts'
import { halfYearReport, reportChart, reportFileAnswer, reportTable, share } from './report.ts'
import { frozenText } from './report-text.ts'

export const snapshotHead = z
  .object({
    id: snapshotId,
    from: localDate,
    to: localDate,
    version: z
      .int()
      .openapi({ description: '1 for the first frozen report of this period and project, 2 for the next' }),
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    partOf: z
      .object({ number: z.int(), of: z.int(), name: z.string() })
      .nullable()
      .openapi({ description: 'Which partial report of which project it is; null = of none' }),
    checksum: z.string().openapi({
      description:
        'SHA-256 over the canonical JSON (RFC 8785) of everything below that is no part of this head',
    }),
  })
  .openapi('SnapshotHead')

const count = z.object({ code: z.string(), requests: z.int() })
const counts = z.array(count).readonly()

const monthCounts: z.ZodType<MonthCounts> = z.object({
  month,
  counts: z.object({
    months: z.array(z.object({ month, requests: z.int() })).readonly(),
    clientKinds: counts,
    statuses: counts,
    nationalities: counts,
    themes: z
      .array(z.object({ theme: z.string(), subTheme: z.string().nullable(), requests: z.int() }))
      .readonly(),
    languages: counts,
    whoDidIt: counts,
    outcomes: counts,
    origins: counts,
    desks: counts,
    firstVisits: counts.optional(),
    actions: counts,
    barriers: counts,
  }),
})

export const snapshot = snapshotHead
  .extend({
    report: halfYearReport,
    codes: z.array(frozenCode).readonly(),
    openingDays: z.array(localDate).readonly(),
    events: z.array(z.object({ from: localDate, to: localDate, title: z.string() })).readonly(),
    monthCounts: z
      .array(monthCounts)
      .readonly()
      .optional()
      .openapi({ description: 'What was counted in each month; the first frozen reports have it not' }),
    project: reportedProject.optional(),
    texts: z
      .array(frozenText)
      .readonly()
      .optional()
      .openapi({ description: 'What somebody called ready; the first frozen reports have no texts' }),
    closedDays: z
      .array(
        z.object({
          day: localDate,
          because: z.union([z.object({ holiday: z.enum(holidayCodes) }), z.object({ reason: z.string() })]),
        }),
      )
      .readonly()
      .optional(),
    afterThemes: z
      .array(share)
      .readonly()
      .optional()
      .openapi({ description: 'Requests of oudkomers and former participants by theme' }),
    helpLevels: z
      .array(
        z.object({
          code: z.string(),
          requests: z.int(),
          own: z.int(),
          percent: z.int(),
          levels: z.array(z.object({ code: z.string(), requests: z.int() })).readonly(),
        }),
      )
      .readonly()
      .optional()
      .openapi({ description: 'Who did it, theme by theme, of the requests that say so' }),
    unfinished: z
      .int()
      .optional()
      .openapi({ description: 'Requests that did not say yet what was done and what came of it' }),
    walkedAlong: z.object({ requests: z.int(), minutes: z.int() }).optional().openapi({
      description: 'Requests in which somebody walked along and said how long, and those minutes together',
    }),
  })
  .openapi('Snapshot')

const snapshotAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: snapshot } },
})
const params = z.object({ id: snapshotId })

export const listSnapshots = createRoute({
  method: 'get',
  path: '/api/v1/snapshots',
  summary: 'The frozen reports, newest first; those of one period when asked so (coordinator)',
  request: { query: pageQuery().extend({ from: localDate.optional(), to: localDate.optional() }) },
  responses: {
    200: pageAnswer(snapshotHead),
    ...problems,
  },
})

export const freezeReport = createRoute({
  method: 'post',
  path: '/api/v1/snapshots',
  summary: 'Freeze the report of whole calendar months: it never changes again (coordinator)',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            id: snapshotId,
            from: localDate,
            to: localDate,
            projectId: projectId
              .optional()
              .openapi({ description: 'The project whose partial report over these days this is' }),
          }),
        },
      },
    },
  },
  responses: {
    200: snapshotAnswer('It was frozen before, under this id'),
    201: snapshotAnswer('It is frozen now'),
    ...writeProblems,
  },
})

export const readSnapshot = createRoute({
  method: 'get',
  path: '/api/v1/snapshots/{id}',
  summary: 'A frozen report: figures, words and opening days as they were',
  request: { params },
  responses: { 200: snapshotAnswer('The frozen report'), ...problems },
})

export const readSnapshotPage = createRoute({
  method: 'get',
  path: '/api/v1/snapshots/{id}/page',
  summary: 'The same with its charts, sentences and tables in one language',
  request: { params, query: z.strictObject({ language: staffLanguage }) },
  responses: {
    200: {
      description: 'The frozen report and its charts',
      content: {
        'application/json': {
          schema: z.object({
            snapshot: snapshotHead,
            report: halfYearReport,
            charts: z.array(reportChart),
            project: reportedProject.optional(),
          }),
        },
      },
    },
    ...problems,
  },
})

export const listSnapshotChanges = createRoute({
  method: 'get',
  path: '/api/v1/snapshots/{id}/changes',
  summary:
    'Every number that is another now, or in another frozen report of the same period, in words (coordinator)',
  request: { params, query: z.strictObject({ language: staffLanguage, against: snapshotId.optional() }) },
  responses: {
    200: {
      description: 'A sentence and a table, without rows where nothing differs',
      content: { 'application/json': { schema: z.object({ sentence: z.string(), table: reportTable }) } },
    },
    ...problems,
  },
})

export const readSnapshotFile = createRoute({
  method: 'get',
  path: '/api/v1/snapshots/{id}/files/{format}',
  summary:
    'A frozen report as a file, the same to the byte whenever it is asked for; for the council and for everybody once it is published for them',
  request: {
    params: params.extend({ format: reportFormat }),
    query: z.object({ language: staffLanguage, audience: reportAudience }),
  },
  responses: { 200: reportFileAnswer, ...problems },
})
