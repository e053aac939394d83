import { createRoute, z } from '@hono/zod-openapi'
import { addedFollowUp, followUpContent } from '../domain/follow-up/follow-up.ts'
import { followUpId, helpRequestId, memberId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

export const followUp = z
  .object({
    id: followUpId,
    ...followUpContent.shape,
    what: z.string(),
    requestId: helpRequestId,
    theme: z.string(),
    guide: z.object({ id: memberId, name: z.string() }),
    doneOn: localDate.nullable(),
    version: z.int(),
  })
  .openapi('FollowUp')
export type FollowUp = z.infer<typeof followUp>

const params = z.object({ id: followUpId })
const answer = (description: string) => ({
  description,
  headers: z.object({ etag: z.string() }),
  content: { 'application/json': { schema: followUp } },
})

export const listFollowUps = createRoute({
  method: 'get',
  path: '/api/v1/follow-ups',
  summary:
    'What you still have to do, the soonest first: at most 200. With requestId: all of that request, done or not',
  request: { query: z.strictObject({ requestId: helpRequestId.optional() }) },
  responses: {
    200: {
      description: 'The follow-ups',
      content: { 'application/json': { schema: z.object({ items: z.array(followUp) }) } },
    },
    ...problems,
  },
})

export const putFollowUp = createRoute({
  method: 'put',
  path: '/api/v1/follow-ups/{id}',
  summary: 'Note what you still have to do for a request, or change what it is and by when (with If-Match)',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: addedFollowUp } } },
  },
  responses: { 201: answer('It is noted'), 200: answer('As it is now'), ...writeProblems },
})

export const completeFollowUp = createRoute({
  method: 'put',
  path: '/api/v1/follow-ups/{id}/completion',
  summary: 'It is done; saying so again does no harm',
  request: { params },
  responses: { 200: answer('As it is now'), ...problems },
})

export const reopenFollowUp = createRoute({
  method: 'delete',
  path: '/api/v1/follow-ups/{id}/completion',
  summary: 'It is not done after all',
  request: { params },
  responses: { 200: answer('As it is now'), ...problems },
})
