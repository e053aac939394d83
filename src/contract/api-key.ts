import { createRoute, z } from '@hono/zod-openapi'
import { apiKeyId, memberId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { personName, role } from '../domain/people/member.ts'
import { jsonBody, makingAnswers } from './making.ts'
import { someRoles } from './member.ts'
import { pageAnswer, pageQuery } from './page.ts'
import { personOnly, problems } from './problem.ts'

export const apiKey = z
  .object({
    id: apiKeyId,
    memberId,
    memberName: z.string(),
    name: z.string(),
    /** At most these; what the member may no longer, the key may not either. */
    roles: z.array(role),
    /** How the key begins. */
    prefix: z.string(),
    madeAt: z.iso.datetime(),
    /** The last day (UTC) on which it works; null = until it is revoked. */
    lastDay: localDate.nullable(),
    /** The day alone. */
    lastUsedOn: localDate.nullable(),
    state: z.enum(['active', 'expired', 'revoked']),
  })
  .openapi('ApiKey')

export type ApiKeyAnswer = z.infer<typeof apiKey>

const made = apiKey
  .extend({
    /** The key itself, in this one answer only; null when the same call was made before. */
    key: z.string().nullable(),
  })
  .openapi('MadeApiKey')

export const listKeys = createRoute({
  method: 'get',
  path: '/api/v1/api-keys',
  summary: 'The keys of programs, newest first; never the keys themselves',
  request: { query: pageQuery() },
  responses: {
    200: pageAnswer(apiKey),
    ...problems,
  },
})

export const makeKey = createRoute({
  ...personOnly,
  method: 'post',
  path: '/api/v1/api-keys',
  summary: 'Make a key with which a program does what a member may',
  request: {
    body: jsonBody(
      z.object({
        id: apiKeyId,
        memberId,
        name: personName,
        roles: someRoles,
        lastDay: localDate.nullable().default(null),
      }),
    ),
  },
  responses: makingAnswers(made, {
    made: 'Made',
    again: 'Made already by this very call; the key itself is shown no more',
  }),
})

export const revokeKey = createRoute({
  method: 'put',
  path: '/api/v1/api-keys/{id}/revocation',
  summary: 'Revoke a key at once and for ever',
  request: { params: z.object({ id: apiKeyId }) },
  responses: {
    200: { description: 'As it is now', content: { 'application/json': { schema: apiKey } } },
    ...problems,
  },
})
