import { createRoute, z } from '@hono/zod-openapi'
import { closureId, deskId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { writtenText } from '../domain/written-text.ts'
import { ifMatch, writeProblems } from './problem.ts'

/** One day or some days after each other; `deskId` null closes every desk. */
export const closureContent = z.object({
  deskId: deskId.nullable(),
  from: localDate,
  to: localDate,
  /** The days between them on which it is open all the same; the first and the last are closed. */
  openOn: z.array(localDate).max(366).readonly().default([]),
  reason: writtenText({ most: 200 }),
})

export const closure = closureContent.extend({ id: closureId, version: z.int() }).openapi('Closure')
export type Closure = z.infer<typeof closure>

const closureAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: closure } },
})
const params = z.object({ id: closureId })

export const putClosure = createRoute({
  method: 'put',
  path: '/api/v1/calendar/closures/{id}',
  summary: 'Close a desk or every desk under an id of your own, or with If-Match change that closure',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: closureContent } } },
  },
  responses: { 200: closureAnswer('Changed, or as it was'), 201: closureAnswer('Added'), ...writeProblems },
})

export const removeClosure = createRoute({
  method: 'delete',
  path: '/api/v1/calendar/closures/{id}',
  summary: 'Take a wrong closure away: its days are open again',
  request: { params, headers: ifMatch },
  responses: { 204: { description: 'It is gone' }, ...writeProblems },
})
