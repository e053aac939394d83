import type { z } from '@hono/zod-openapi'
import { problems, writeProblems } from './problem.ts'

export const jsonBody = <Body extends z.ZodType>(schema: Body) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})

/** What answers a call that makes something under an id of the caller's own: made now, or by the same call before. */
export const makingAnswers = <Made extends z.ZodType>(
  schema: Made,
  { made, again }: { readonly made: string; readonly again: string },
) => ({
  200: { description: again, content: { 'application/json': { schema } } },
  201: { description: made, content: { 'application/json': { schema } } },
  ...problems,
  409: writeProblems[409],
  422: writeProblems[422],
})
