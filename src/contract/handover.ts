import { createRoute, z } from '@hono/zod-openapi'
import { newHandover } from '../domain/coaching/coaching.ts'
import { handoverId, helpRequestId, memberId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { ifMatch, personOnly, problems, writeProblems } from './problem.ts'

const moment = z.iso.datetime()

/** A request that somebody offered a colleague to follow up, for these two alone. Its version goes into If-Match. */
export const handover = z
  .object({
    id: handoverId,
    requestId: helpRequestId,
    theme: z.string().nullable().describe('Null where you do not see the request'),
    receivedOn: localDate.nullable(),
    fromId: memberId,
    from: z.string(),
    toId: memberId,
    to: z.string(),
    reason: z.string().nullable().describe('Null once it was erased, six months after'),
    offeredAt: moment,
    acceptedAt: moment.nullable(),
    endedAt: moment.nullable().describe('When it was given back or taken back'),
    endedById: memberId.nullable(),
    version: z.int(),
  })
  .openapi('Handover')
export type Handover = z.infer<typeof handover>

const params = z.object({ id: handoverId })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })
const answer = (description: string) => ({ description, ...json(handover) })

export const listHandovers = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/handovers',
  summary: 'What you offered to colleagues and they to you: first what waits for an answer, then the newest',
  request: { query: z.strictObject({ requestId: helpRequestId.optional() }) },
  responses: {
    200: { description: 'At most 100', ...json(z.object({ items: z.array(handover) })) },
    ...problems,
  },
})

export const listColleagues = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/handover-colleagues',
  summary: 'To whom you may offer a request: guides and bridge figures of your organisation',
  responses: {
    200: {
      description: 'By name',
      ...json(z.object({ items: z.array(z.object({ id: memberId, name: z.string() })) })),
    },
    ...problems,
  },
})

export const putHandover = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/handovers/{id}',
  summary: 'Offer a request that you look after to a colleague, and say why; you stay who registered it',
  request: { params, body: { required: true, ...json(newHandover) } },
  responses: { 201: answer('It is offered'), 200: answer('It was already'), ...writeProblems },
})

export const acceptHandover = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/handovers/{id}/acceptance',
  summary: 'Take over what a colleague offered you',
  request: { params, headers: ifMatch },
  responses: { 200: answer('You look after it now'), ...writeProblems },
})

export const endHandover = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/handovers/{id}/ending',
  summary: 'Give it back, accepted or not; or take back what you offered, until it is accepted',
  request: { params, headers: ifMatch },
  responses: { 200: answer('Whoever offered it looks after it'), ...writeProblems },
})
