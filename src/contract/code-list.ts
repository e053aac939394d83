import { createRoute, z } from '@hono/zod-openapi'
import { codeListName } from '../domain/code-list/code-list.ts'
import { problems } from './problem.ts'

const labels = z.object({ nl: z.string(), fr: z.string(), en: z.string() })

export const codeListItem = z
  .object({
    list: codeListName,
    code: z.string(),
    parent: z.string().nullable(),
    position: z.int(),
    active: z.boolean(),
    sensitive: z.boolean(),
    labels,
    definitions: labels.partial(),
  })
  .openapi('CodeListItem')

export const listCodeLists = createRoute({
  method: 'get',
  path: '/api/v1/code-lists',
  summary: "Every code of the city's lists, in the order of the lists",
  responses: {
    200: {
      description: 'The codes',
      content: { 'application/json': { schema: z.object({ items: z.array(codeListItem) }) } },
    },
    ...problems,
  },
})
