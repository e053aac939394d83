import { createRoute, z } from '@hono/zod-openapi'
import { pinId } from '../domain/id.ts'
import { jsonBody } from './making.ts'
import { personOnly, problems } from './problem.ts'

const one = z.object({ id: pinId })
const token = z
  .object({ token: z.string().describe('To be kept under the code; another after each use') })
  .openapi('PinToken')

export const setPin = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/pins/{id}',
  summary:
    'Come back on this device by a code, which stays there; what was under this id before opens nothing any more',
  request: {
    params: one,
    body: jsonBody(z.object({ deviceId: z.guid().optional() })),
  },
  responses: { 200: { description: 'Set', content: { 'application/json': { schema: token } } }, ...problems },
})

export const endPin = createRoute({
  ...personOnly,
  method: 'delete',
  path: '/api/v1/pins/{id}',
  summary: 'Do not come back on that device by a code any more',
  request: { params: one },
  responses: { 204: { description: 'It opens nothing any more' }, ...problems },
})
