import { createRoute, z } from '@hono/zod-openapi'
import { helpRequestId, importId } from '../domain/id.ts'
import { importField } from '../domain/import/import-field.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

// Rows that were imported before and say something else now.

const params = z.object({ id: importId })

/** The last row that the database can name. */
const lastRow = 2_147_483_647

const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

export const importChange = z
  .object({
    row: z.int(),
    requestId: helpRequestId,
    /** Of the request: accept over this version. */
    version: z.int(),
    isEdited: z.boolean(),
    isVoided: z.boolean(),
    isAccepted: z.boolean(),
    /** None: the row says the same in other words. `isHidden`: a sensitive code differs; it is not shown. */
    fields: z.array(
      z.union([
        z.object({
          field: importField,
          before: fact,
          after: fact,
          /** The same in the language of Accept-Language; empty when there is nothing. */
          beforeText: z.string(),
          afterText: z.string(),
          isHidden: z.literal(false),
        }),
        z.object({ field: importField, isHidden: z.literal(true) }),
      ]),
    ),
  })
  .openapi('ImportChange')
export type ImportChange = z.infer<typeof importChange>

export const listImportChanges = createRoute({
  method: 'get',
  path: '/api/v1/imports/{id}/changes',
  summary: 'Rows that were imported before and say something else now, beside what the databank says',
  request: {
    params,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).max(lastRow).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: {
    200: {
      description: 'A page in the order of the file; `next` is the row to ask after',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(importChange), next: z.int().optional() }),
        },
      },
    },
    ...problems,
  },
})

export const acceptImportChange = createRoute({
  method: 'put',
  path: '/api/v1/imports/{id}/changes/{row}/acceptance',
  summary:
    'Accept a changed row: it becomes a correction of its request (If-Match: the version of the request)',
  request: {
    params: params.extend({ row: z.coerce.number().int().min(1).max(lastRow) }),
    headers: ifMatch,
  },
  responses: {
    200: {
      description: 'The row, accepted',
      content: { 'application/json': { schema: importChange } },
    },
    ...writeProblems,
  },
})
