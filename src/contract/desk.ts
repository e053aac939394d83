import { createRoute, z } from '@hono/zod-openapi'
import { deskId, organizationId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { writtenText } from '../domain/written-text.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'
import { timetables } from './timetable.ts'

export const desk = z
  .object({
    id: deskId,
    name: z.string(),
    organizationId,
    position: z.int(),
    lastDay: localDate.nullable(),
    timetables,
    version: z.int(),
  })
  .openapi('Desk')
export type Desk = z.infer<typeof desk>

const deskAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: desk } },
})
const params = z.object({ id: deskId })

export const listDesks = createRoute({
  method: 'get',
  path: '/api/v1/desks',
  summary: 'Every desk of the city in its order, retired ones too, and the organisations that may run one',
  responses: {
    200: {
      description: 'The desks; no timetables = no hours yet',
      content: {
        'application/json': {
          schema: z.object({
            items: z.array(desk),
            organizations: z.array(z.object({ id: organizationId, name: z.string() })),
          }),
        },
      },
    },
    ...problems,
  },
})

export const readDesk = createRoute({
  method: 'get',
  path: '/api/v1/desks/{id}',
  summary: 'One desk; the ETag is its version',
  request: { params },
  responses: { 200: deskAnswer('The desk'), ...problems },
})

export const putDesk = createRoute({
  method: 'put',
  path: '/api/v1/desks/{id}',
  summary: 'Add a desk under an id of your own, or with If-Match change its name, organisation and hours',
  request: {
    params,
    headers: ifMatch,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ name: writtenText({ most: 80 }), organizationId, timetables }),
        },
      },
    },
  },
  responses: { 200: deskAnswer('Changed, or as it was'), 201: deskAnswer('Added'), ...writeProblems },
})

export const retireDesk = createRoute({
  method: 'put',
  path: '/api/v1/desks/{id}/retirement',
  summary: 'Retire a desk after its last day; its requests and its past stay',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: z.object({ lastDay: localDate }) } } },
  },
  responses: { 200: deskAnswer('The desk, retired'), ...writeProblems },
})

export const reinstateDesk = createRoute({
  method: 'delete',
  path: '/api/v1/desks/{id}/retirement',
  summary: 'Take a retired desk into use again, with the hours that it had',
  request: { params, headers: ifMatch },
  responses: { 200: deskAnswer('The desk, in use'), ...writeProblems },
})

export const orderDesks = createRoute({
  method: 'put',
  path: '/api/v1/desk-order',
  summary: 'Put the desks in this order',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ ids: z.array(deskId).max(1000) }) } },
    },
  },
  responses: { 204: { description: 'They stand in this order' }, ...writeProblems },
})
