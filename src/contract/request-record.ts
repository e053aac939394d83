import { createRoute, z } from '@hono/zod-openapi'
import { deskId, helpRequestId, importId, memberId, organizationId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { requestChanges, requestFacts, voidReason } from '../domain/request/request-fact.ts'
import { requestFields } from '../domain/request/request-field.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

const named = <Id extends z.ZodType>(id: Id) => z.object({ id, name: z.string() })

const moment = { on: localDate, time: z.string().openapi({ description: "HH:MM on the city's own clock" }) }

/** One help request with all its fields; its version is its ETag. A sensitive code is here for who registered it and the coordinator. */
export const requestRecord = z
  .object({
    ...requestFacts.omit({ deskId: true }).shape,
    neighbourhood: z.string().nullable(),
    actions: z.array(z.string()),
    barriers: z.array(z.string()),
    referredTo: z.string().nullable(),
    tip: z.string().nullable(),
    ownWords: z
      .string()
      .nullable()
      .openapi({ description: 'For whoever registered it and the coordinator; null for others' }),
    id: helpRequestId,
    version: z.int(),
    desk: named(deskId),
    guide: named(memberId),
    caretaker: named(memberId)
      .nullable()
      .openapi({ description: 'Whoever took it over: from a guide who left, or because a colleague asked' }),
    organization: named(organizationId),
    recorded: z.object(moment),
    imported: z
      .object({ id: importId, fileName: z.string().nullable(), row: z.int().nullable() })
      .nullable()
      .openapi({
        description: 'The row of the file that it came from; the name of the file is for the coordinator',
      }),
    voided: z
      .object({
        ...moment,
        by: named(memberId).nullable(),
        reason: z.string(),
        withImport: z.boolean().openapi({ description: 'It left the figures with its whole import' }),
      })
      .nullable(),
    mayCorrect: z.boolean(),
    mayTakeBack: z.boolean().openapi({ description: 'Whether you may take its voiding back' }),
    maySeeSensitive: z
      .boolean()
      .openapi({ description: 'Whether sensitive codes are yours to see and to choose' }),
  })
  .openapi('RequestRecord')

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

export const requestHistory = z
  .object({
    items: z.array(
      z.object({
        ...moment,
        version: z.int().openapi({ description: 'The version that this change made' }),
        by: named(memberId).nullable().openapi({ description: 'Null: the command line' }),
        changes: z.array(
          z.object({ field: z.enum([...requestFields, 'voided', 'guideId']), from: value, to: value }),
        ),
      }),
    ),
    takenOver: z
      .object({
        by: named(memberId),
        leave: z
          .object({ ...moment, of: z.string().openapi({ description: 'Who left' }) })
          .nullable()
          .openapi({ description: 'Null: whoever left is back since' }),
      })
      .nullable()
      .openapi({ description: 'Who looks after it since its guide left' }),
    desks: z.array(named(deskId)).openapi({ description: 'The desks that the changes name' }),
    guides: z.array(named(memberId)).openapi({ description: 'The guides that the changes name' }),
  })
  .openapi('RequestHistory')
export type RequestHistory = z.infer<typeof requestHistory>

const params = z.object({ id: helpRequestId })
const answer = (description: string) => ({
  description,
  headers: z.object({ etag: z.string() }),
  content: { 'application/json': { schema: requestRecord } },
})

export const readRequestRecord = createRoute({
  method: 'get',
  path: '/api/v1/requests/{id}',
  summary: 'One help request with all its fields',
  request: { params },
  responses: { 200: answer('The request'), ...problems },
})

export const correctRequestRecord = createRoute({
  method: 'patch',
  path: '/api/v1/requests/{id}',
  summary: 'Correct what was registered; what is left out stays (who registered it, coordinator)',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: requestChanges } } },
  },
  responses: { 200: answer('The request as it is now'), ...writeProblems },
})

export const voidRequestRecord = createRoute({
  method: 'put',
  path: '/api/v1/requests/{id}/voiding',
  summary:
    'Take it out of the list and the figures, with a reason; it is kept (who registered it, coordinator)',
  request: {
    params,
    headers: ifMatch,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ reason: voidReason }) } },
    },
  },
  responses: { 200: answer('The request as it is now'), ...writeProblems },
})

export const takeRequestVoidingBack = createRoute({
  method: 'delete',
  path: '/api/v1/requests/{id}/voiding',
  summary: 'Put it back into the list and the figures (who voided it, coordinator)',
  request: { params, headers: ifMatch },
  responses: { 200: answer('The request as it is now'), ...writeProblems },
})

export const listRequestHistory = createRoute({
  method: 'get',
  path: '/api/v1/requests/{id}/history',
  summary: 'What was corrected: who, when, from what to what; newest first',
  request: { params },
  responses: {
    200: { description: 'The corrections', content: { 'application/json': { schema: requestHistory } } },
    ...problems,
  },
})
