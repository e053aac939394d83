import { z } from '@hono/zod-openapi'

/**
 * RFC 9457. `code` is stable: programs switch on it. `title` is a sentence in the language of Accept-Language that
 * says what to do. `requestId` finds the line in the log.
 */
export const problem = z
  .object({
    type: z.literal('about:blank'),
    status: z.int(),
    code: z.string(),
    title: z.string(),
    requestId: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')

export type Problem = z.infer<typeof problem>

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

/** The refusals that every signed-in route may answer. */
export const problems = {
  400: problemResponse('The question is not well formed: code `invalid_input`, with the fields'),
  401: problemResponse('Nobody is signed in: code `signed_out`'),
  403: problemResponse('This role may not do this: code `forbidden`'),
  404: problemResponse('It does not exist, or not for you: code `not_found`'),
}
