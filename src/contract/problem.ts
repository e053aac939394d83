import { z } from '@hono/zod-openapi'

/**
 * RFC 9457. `code` is stable: programs switch on it. `title` is a sentence in the language of Accept-Language that
 * says what to do. `requestId` finds the line in the log.
 */
export const problem = z
  .object({
    type: z.literal('about:blank'),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable; every code and its sentence: /api/docs#problems' }),
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
  400: problemResponse(
    'The question is not well formed: code `invalid_input`, with the fields; an unknown name is one',
  ),
  401: problemResponse(
    'Nobody is signed in: code `signed_out`, `shut_out` once the administrator ended it; or the key opens nothing: `key_unknown`',
  ),
  403: problemResponse(
    'This role may not do this: code `forbidden`; or only a person may, not a program: `key_forbidden`',
  ),
  404: problemResponse('It does not exist, or not for you: code `not_found`'),
}

/** The refusals of a route that writes, beside those of every route. */
export const writeProblems = {
  ...problems,
  409: problemResponse('Something of this id or name is there already with other content'),
  400: problemResponse(
    'It is not well formed: code `invalid_input`, with the fields; or If-Match holds no version: `version_unreadable`',
  ),
  412: problemResponse('Somebody has changed it since you read it: code `version_stale`; read it again'),
  422: problemResponse(
    'It is well formed, but a rule of the city or the product refuses it; the code says which',
  ),
  428: problemResponse('Say with If-Match which version you change: code `version_missing`'),
}

/** For a route that no key of a program opens, whatever its roles: it decides who comes in and what they see. */
export const personOnly = { security: [{ session: [] }] }

/** The version that a change is meant for, as the ETag of the last answer gave it. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .max(40)
    .optional()
    .openapi({ description: 'The version you change, for example "3"; without it: 428' }),
})
