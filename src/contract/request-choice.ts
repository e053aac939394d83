import { createRoute, z } from '@hono/zod-openapi'
import { deskId, memberId } from '../domain/id.ts'
import { problems } from './problem.ts'

const choicesOf = <Id extends z.ZodType<string, string>>(id: Id) => ({
  200: {
    description: 'Their ids and names, by name',
    content: {
      'application/json': { schema: z.object({ items: z.array(z.object({ id, name: z.string() })) }) },
    },
  },
  ...problems,
})

export const listRequestDesks = createRoute({
  method: 'get',
  path: '/api/v1/request-desks',
  summary: 'The desks by which the list of help requests can be narrowed, closed ones too',
  responses: choicesOf(deskId),
})

export const listRequestGuides = createRoute({
  method: 'get',
  path: '/api/v1/request-guides',
  summary: 'The guides whose help requests you may see, those who left too',
  responses: choicesOf(memberId),
})

export const listRequestCaretakers = createRoute({
  method: 'get',
  path: '/api/v1/request-caretakers',
  summary: 'Who looks after help requests that you may see, since the guide left',
  responses: choicesOf(memberId),
})
