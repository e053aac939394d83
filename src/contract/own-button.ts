import { createRoute, z } from '@hono/zod-openapi'
import { ownButton, ownButtonList } from '../domain/visit/own-button.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

const kept = z
  .object({
    items: z.array(ownButton),
    version: z.int().describe('0 = none were ever kept; the ETag too'),
  })
  .openapi('OwnButtons')
export type OwnButtons = z.infer<typeof kept>

const answer = {
  description: 'The buttons in their order',
  headers: z.object({ etag: z.string() }),
  content: { 'application/json': { schema: kept } },
}

export const readOwnButtons = createRoute({
  method: 'get',
  path: '/api/v1/own-buttons',
  summary: 'Your own buttons at the desk: what you note often, in one tap',
  responses: { 200: answer, ...problems },
})

export const putOwnButtons = createRoute({
  method: 'put',
  path: '/api/v1/own-buttons',
  summary: 'Keep your own buttons, all of them, in this order',
  request: {
    headers: ifMatch,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ items: ownButtonList }) } },
    },
  },
  responses: { 200: answer, ...writeProblems },
})
