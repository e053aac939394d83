import { createRoute, z } from '@hono/zod-openapi'
import { helpRequestId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { note } from '../domain/note/note.ts'
import { ifMatch, personOnly, problems, writeProblems } from './problem.ts'

/** What somebody noted about a request of their own; its version is its ETag. */
const ownNote = z.object({ text: z.string(), eraseOn: localDate, version: z.int() }).openapi('Note')
export type OwnNote = z.infer<typeof ownNote>

const params = z.object({ id: helpRequestId })
const path = '/api/v1/requests/{id}/note'
const answer = (description: string) => ({
  description,
  headers: z.object({ etag: z.string() }),
  content: { 'application/json': { schema: ownNote } },
})

export const readNote = createRoute({
  ...personOnly,
  method: 'get',
  path,
  summary: 'Your own note about a request that you registered or follow up; nobody else can read it',
  request: { params },
  responses: {
    200: {
      description: 'The note; null where you have none',
      content: { 'application/json': { schema: z.object({ note: ownNote.nullable() }) } },
    },
    ...problems,
  },
})

export const putNote = createRoute({
  ...personOnly,
  method: 'put',
  path,
  summary:
    'Keep a note about a request of your own; with If-Match it changes the one that is there (guide, bridge figure)',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: note } } },
  },
  responses: { 200: answer('The note as it is now'), 201: answer('It is kept'), ...writeProblems },
})

export const deleteNote = createRoute({
  ...personOnly,
  method: 'delete',
  path,
  summary: 'Erase your note',
  request: { params, headers: ifMatch },
  responses: { 204: { description: 'It is erased' }, ...writeProblems },
})
