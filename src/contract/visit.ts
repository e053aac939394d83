import { createRoute, z } from '@hono/zod-openapi'
import { helpRequestId, visitId } from '../domain/id.ts'
import { personalKinds } from '../domain/request/personal-text.ts'
import { visit } from '../domain/visit/visit.ts'
import { problems, writeProblems } from './problem.ts'

const registered = z
  .object({
    id: visitId,
    receivedAt: z.iso.datetime().describe('When it was, by the clock of the server'),
    requests: z.array(helpRequestId),
    personal: z
      .array(z.object({ field: z.string(), kinds: z.array(z.enum(personalKinds)) }))
      .describe('Typed text in which a bank account, an e-mail address or a telephone number stands'),
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

export const readHabits = createRoute({
  method: 'get',
  path: '/api/v1/visits/habits',
  summary: 'Codes that you and your organisation chose most of late, the most frequent first',
  responses: {
    200: {
      description: 'The codes; none where nothing was noted yet',
      content: {
        'application/json': {
          schema: z
            .object({ nationalities: z.array(z.string()), contactLanguages: z.array(z.string()) })
            .openapi('Habits'),
        },
      },
    },
    ...problems,
  },
})

export const readInsight = createRoute({
  method: 'get',
  path: '/api/v1/visits/insight',
  summary: 'What colleagues know about a theme: tips, what was done most, where no offer was found',
  request: { query: z.strictObject({ theme: z.string().min(1).max(80) }) },
  responses: {
    200: {
      description:
        'Out of the requests of the last year that you may see; unit: help requests. What is counted is out of those that are finished: so many are `requests`',
      content: {
        'application/json': {
          schema: z
            .object({
              tips: z.array(z.string()),
              requests: z.int(),
              actions: z.array(z.object({ code: z.string(), requests: z.int() })),
              noOffer: z.int(),
            })
            .openapi('Insight'),
        },
      },
    },
    ...problems,
  },
})
