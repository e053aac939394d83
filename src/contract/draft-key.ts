import { createRoute, z } from '@hono/zod-openapi'
import { memberId } from '../domain/id.ts'
import { personOnly, problems } from './problem.ts'

export const readDraftKey = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/draft-key',
  summary:
    'The key under which a device keeps what you have begun to note: yours alone, the same on every device',
  responses: {
    200: {
      description: 'AES-256, in base64; to be held in memory only',
      content: {
        'application/json': { schema: z.object({ memberId, key: z.base64() }).openapi('DraftKey') },
      },
    },
    ...problems,
  },
})
