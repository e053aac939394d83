import { createRoute, z } from '@hono/zod-openapi'
import { helpRequestId, visitId } from '../domain/id.ts'
import { visit } from '../domain/visit/visit.ts'
import { problems, writeProblems } from './problem.ts'

const registered = z
  .object({
    id: visitId,
    receivedAt: z.iso.datetime().describe('When it was, by the clock of the server'),
    requests: z.array(helpRequestId),
  })
  .openapi('RegisteredVisit')

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: registered } },
})

const { 409: taken, 422: refused } = writeProblems

export const registerVisit = createRoute({
  method: 'post',
  path: '/api/v1/visits',
  summary:
    'Register a visit with its help requests, in the name of whoever is signed in (guide, bridge figure)',
  request: { body: { required: true, content: { 'application/json': { schema: visit } } } },
  responses: {
    201: answer('It is registered'),
    200: answer('The same visit was registered before; nothing is written twice'),
    ...problems,
    409: taken,
    422: refused,
  },
})
