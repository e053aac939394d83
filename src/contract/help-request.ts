import { createRoute, z } from '@hono/zod-openapi'
import { helpRequestId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { problems } from './problem.ts'

/** One row of the list: codes, no sensitive codes, no notes, no person. */
export const listedRequest = z
  .object({
    id: helpRequestId,
    receivedOn: localDate,
    /** HH:MM in the city's time zone; null when only the day is known. */
    receivedTime: z.string().nullable(),
    desk: z.string(),
    guide: z.string(),
    clientKind: z.string(),
    status: z.string(),
    nationality: z.string(),
    contactLanguage: z.string(),
    theme: z.string(),
    subTheme: z.string().nullable(),
    actions: z.array(z.string()),
    whoDidIt: z.string(),
    outcome: z.string(),
    minutes: z.int().nullable(),
  })
  .openapi('ListedRequest')

export type ListedRequest = z.infer<typeof listedRequest>

export const requestFilter = z.object({
  from: localDate.optional(),
  to: localDate.optional(),
  theme: z
    .string()
    .regex(/^[a-z0-9_]{1,60}$/)
    .optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const listRequests = createRoute({
  method: 'get',
  path: '/api/v1/requests',
  summary: 'The help requests that you may see, newest first',
  request: { query: requestFilter },
  responses: {
    200: {
      description: 'A page; `next` is the cursor of the page after it',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(listedRequest), next: z.string().optional() }),
        },
      },
    },
    ...problems,
  },
})

/** How many requests the same filter holds: asked apart, so that a page never waits for it. */
export const countRequests = createRoute({
  method: 'get',
  path: '/api/v1/requests/count',
  summary: 'How many help requests the filter holds',
  request: { query: requestFilter.pick({ from: true, to: true, theme: true }) },
  responses: {
    200: {
      description: 'The count',
      content: { 'application/json': { schema: z.object({ requests: z.int() }) } },
    },
    ...problems,
  },
})
