import { createRoute, z } from '@hono/zod-openapi'
import { projectId } from '../domain/id.ts'
import { staffLanguage } from '../domain/language.ts'
import { localDate } from '../domain/local-date.ts'
import { chapterCodes } from '../domain/report/chapter/chapter.ts'
import { longestBody, passage, textState } from '../domain/report/chapter/passage.ts'
import { writtenLines } from '../domain/written-text.ts'
import { ifMatch, problem, problems, writeProblems } from './problem.ts'
import { tellingPart } from './story.ts'

/** What a sentence of a proposal comes from. */
export const sentenceSource = z.object({
  kind: z.enum(['figure', 'event', 'goal', 'comparison']),
  label: z.string(),
  field: z.string().optional().openapi({ description: 'The field of the report, where it is a figure' }),
  code: z.string().optional(),
})

const body = writtenLines({ most: longestBody }).openapi({
  description:
    'Plain formatting: empty lines between paragraphs, "- " before an item, "> " before a quotation, **bold**, *italic*',
})

/** One text of a report that is being made, with what rules propose for it. */
export const reportPassage = z
  .object({
    passage,
    chapter: z.enum(chapterCodes),
    number: z.int().openapi({ description: 'Of its chapter' }),
    title: z.string(),
    state: textState.describe(
      'proposed: nobody has said that it is ready; it is marked, and stays out of what is frozen',
    ),
    body: z.string(),
    proposal: z.string().openapi({ description: 'What stands in its place as long as the body is empty' }),
    version: z.int().openapi({ description: 'For If-Match; 0: nobody saved it yet' }),
    editedBy: z.string().nullable(),
    editedAt: z.iso.datetime().nullable(),
    telling: z
      .array(tellingPart)
      .openapi({ description: 'Of a text with stories: what in it may tell who they are about; a warning' }),
    sentences: z
      .array(z.object({ text: z.string(), sources: z.array(sentenceSource) }))
      .openapi({ description: 'Those of the proposal, each with what it comes from' }),
  })
  .openapi('ReportPassage')
export type ReportPassage = z.infer<typeof reportPassage>

/** A text of a frozen report. */
export const frozenText = z.object({ language: staffLanguage, passage, body: z.string() })

const query = z.object({
  from: localDate,
  to: localDate,
  language: staffLanguage,
  projectId: projectId
    .optional()
    .openapi({ description: 'The project whose partial report over these days this is' }),
})
const params = z.object({ passage })

export const listReportTexts = createRoute({
  method: 'get',
  path: '/api/v1/reports/texts',
  summary: 'Every text of a report that is being made, in one language (coordinator)',
  request: { query },
  responses: {
    200: {
      description: 'In the order in which they are read',
      content: { 'application/json': { schema: z.object({ passages: z.array(reportPassage) }) } },
    },
    ...problems,
  },
})

export const saveReportText = createRoute({
  method: 'put',
  path: '/api/v1/reports/texts/{passage}',
  summary: 'Save one of them, with If-Match "0" for the first time (coordinator)',
  request: {
    params,
    query,
    headers: ifMatch,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ body, state: textState }) } },
    },
  },
  responses: {
    200: {
      description: 'The text as it is now; the ETag is its version',
      content: { 'application/json': { schema: reportPassage } },
    },
    ...writeProblems,
    412: {
      description: 'Somebody saved another text meanwhile: code `version_stale`, with theirs',
      content: { 'application/problem+json': { schema: problem.extend({ current: reportPassage }) } },
    },
  },
})

export const listReportTextVersions = createRoute({
  method: 'get',
  path: '/api/v1/reports/texts/{passage}/versions',
  summary: 'What it said before; ten minutes of one person are one version (coordinator)',
  request: { params, query },
  responses: {
    200: {
      description: 'The newest first',
      content: {
        'application/json': {
          schema: z.object({
            items: z.array(
              z.object({
                version: z.int(),
                state: textState,
                body: z.string(),
                editedBy: z.string(),
                editedAt: z.iso.datetime(),
              }),
            ),
          }),
        },
      },
    },
    ...problems,
  },
})
