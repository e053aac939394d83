import { createRoute, z } from '@hono/zod-openapi'
import { localDate } from '../domain/local-date.ts'
import { problems } from './problem.ts'

export const readOwnResults = createRoute({
  method: 'get',
  path: '/api/v1/own-results',
  summary: 'What became of the help requests that you noted in a period; nobody else’s, and beside nobody',
  request: { query: z.strictObject({ from: localDate, to: localDate }) },
  responses: {
    200: {
      description: 'As they stand now; unit: help requests',
      content: {
        'application/json': {
          schema: z
            .object({ outcomes: z.array(z.object({ code: z.string(), requests: z.int() })) })
            .openapi('OwnResults'),
        },
      },
    },
    ...problems,
  },
})
