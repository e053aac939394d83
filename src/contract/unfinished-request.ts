import { createRoute, z } from '@hono/zod-openapi'
import { listedRequest } from './help-request.ts'
import { problems } from './problem.ts'

const unfinishedRequest = listedRequest
  .extend({ version: z.int().describe('For If-Match when it is finished') })
  .openapi('UnfinishedRequest')
export type UnfinishedRequest = z.infer<typeof unfinishedRequest>

export const listUnfinishedRequests = createRoute({
  method: 'get',
  path: '/api/v1/unfinished-requests',
  summary:
    'What you noted to finish later, or took over from somebody who did: the newest 200. Finished by PATCH /requests/{id}',
  responses: {
    200: {
      description: 'The requests, newest first',
      content: { 'application/json': { schema: z.object({ items: z.array(unfinishedRequest) }) } },
    },
    ...problems,
  },
})
