import { createRoute, z } from '@hono/zod-openapi'
import { staffLanguage } from '../domain/language.ts'
import { closeColumn, exportFormat } from '../domain/request/request-export.ts'
import { writtenText } from '../domain/written-text.ts'
import { requestFilter } from './help-request.ts'
import { pageAnswer, pageQuery } from './page.ts'
import { problems, writeProblems } from './problem.ts'

const file = { schema: z.string().openapi({ format: 'binary' }) }

export const exportRequests = createRoute({
  method: 'post',
  path: '/api/v1/requests/exports',
  summary: 'Exactly the rows of the filter as a file; who took them and why is kept (coordinator)',
  request: {
    query: requestFilter,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            format: exportFormat,
            language: staffLanguage,
            /** Why, and why each close column: the data-protection officer reads it. */
            reason: writtenText({ least: 10, most: 300 }),
            closeColumns: z.array(closeColumn).max(closeColumn.options.length).default([]),
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'The file, as it is written; one that breaks off is not whole',
      content: {
        'text/csv': file,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': file,
      },
    },
    ...writeProblems,
  },
})

export const requestExport = z
  .object({
    id: z.guid(),
    exportedAt: z.iso.datetime(),
    by: z.string(),
    format: exportFormat,
    /** Codes, ids and days of the filter; `hasWords` = words were searched for too. */
    filter: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])),
    requests: z.int(),
    closeColumns: z.array(closeColumn),
    reason: z.string(),
  })
  .openapi('RequestExport')
export type RequestExport = z.infer<typeof requestExport>

export const listRequestExports = createRoute({
  method: 'get',
  path: '/api/v1/request-exports',
  summary:
    'Who took help requests out of the house, when, which and why, newest first (data-protection officer)',
  request: { query: pageQuery() },
  responses: { 200: pageAnswer(requestExport), ...problems },
})
