import { createRoute, z } from '@hono/zod-openapi'
import { cardPicture } from '../domain/client/client-card.ts'
import { explanation, fileIdentity, keptIdentity } from '../domain/client/client-file.ts'
import { clientCardId, clientId } from '../domain/id.ts'
import { client } from './client-card.ts'
import { jsonBody } from './making.ts'
import { ifMatch, personOnly, problems, writeProblems } from './problem.ts'

const { 409: taken, 422: refused } = writeProblems
const params = z.object({ id: clientId })

export const clientFile = keptIdentity
  .extend({
    id: clientId,
    explainedAt: z.iso.datetime(),
    explainedIn: z.string(),
    languageHelp: z.string(),
    version: z.int(),
  })
  .openapi('ClientFile')
export type ClientFile = z.infer<typeof clientFile>

export const putClientFile = createRoute({
  method: 'put',
  path: '/api/v1/clients/{id}/file',
  summary: 'Keep who a client is, once it was explained; with If-Match change it',
  ...personOnly,
  request: { params, headers: ifMatch, body: jsonBody(fileIdentity.extend({ explanation })) },
  responses: {
    200: {
      description: 'Changed',
      content: { 'application/json': { schema: z.object({ version: z.int() }) } },
    },
    201: { description: 'Kept', content: { 'application/json': { schema: z.object({ version: z.int() }) } } },
    ...problems,
    409: taken,
    412: writeProblems[412],
    422: refused,
  },
})

export const readClientFile = createRoute({
  method: 'get',
  path: '/api/v1/clients/{id}/file',
  summary: 'Who a client of your organisation is; that it was read is written down',
  ...personOnly,
  request: { params },
  responses: {
    200: { description: 'The file', content: { 'application/json': { schema: clientFile } } },
    ...problems,
  },
})

export const eraseClientFile = createRoute({
  method: 'delete',
  path: '/api/v1/clients/{id}/file',
  summary: 'Back to without a name: who it is is erased, what was asked stays',
  ...personOnly,
  request: { params },
  responses: { 204: { description: 'It is erased' }, ...problems },
})

export const lookUpFile = createRoute({
  method: 'post',
  path: '/api/v1/client-file-lookups',
  summary:
    'Clients of your organisation whose name or number is exactly this; each that is found is written down',
  ...personOnly,
  request: { body: jsonBody(z.strictObject({ words: z.string().min(1).max(120) })) },
  responses: {
    200: {
      description: 'At most five',
      content: {
        'application/json': {
          schema: z
            .object({
              items: z.array(
                keptIdentity.extend({
                  client,
                  card: z.object({ id: clientCardId, pictures: z.array(cardPicture) }).nullable(),
                }),
              ),
            })
            .openapi('FoundClientFiles'),
        },
      },
    },
    ...problems,
    422: refused,
    429: { ...refused, description: 'Too many names that nobody has: code `too_many_attempts`' },
  },
})
