import { createRoute, z } from '@hono/zod-openapi'
import { deskId, groupContactId, memberId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { voidReason } from '../domain/request/request-fact.ts'
import { groupContact } from '../domain/visit/group-contact.ts'
import { problems, writeProblems } from './problem.ts'

const listed = z
  .object({
    id: groupContactId,
    heldOn: localDate,
    desk: z.object({ id: deskId, name: z.string() }),
    guide: z.object({ id: memberId, name: z.string() }),
    theme: z.string(),
    people: z.int(),
  })
  .openapi('GroupContact')
export type GroupContact = z.infer<typeof listed>

const params = z.object({ id: groupContactId })
const { 404: absent, 409: taken, 422: refused } = writeProblems
const written = (description: string) => ({
  description,
  content: { 'application/json': { schema: z.object({ id: groupContactId }) } },
})

export const listGroupContacts = createRoute({
  method: 'get',
  path: '/api/v1/group-contacts',
  summary:
    'Groups that were met in a period, as far as you may see: the newest 200. Voided ones are left out',
  request: { query: z.strictObject({ from: localDate, to: localDate }) },
  responses: {
    200: {
      description: 'The group contacts, newest first',
      content: { 'application/json': { schema: z.object({ items: z.array(listed) }) } },
    },
    ...problems,
  },
})

export const putGroupContact = createRoute({
  method: 'put',
  path: '/api/v1/group-contacts/{id}',
  summary: 'Register a group that you met; once, however often it is sent. What was wrong is voided',
  request: {
    params,
    body: { required: true, content: { 'application/json': { schema: groupContact.omit({ id: true }) } } },
  },
  responses: {
    201: written('It is registered'),
    200: written('The same was registered before'),
    ...problems,
    409: taken,
    422: refused,
  },
})

export const voidGroupContact = createRoute({
  method: 'put',
  path: '/api/v1/group-contacts/{id}/voiding',
  summary: 'Take it out of the list and the figures, with a reason (who registered it, coordinator)',
  request: {
    params,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ reason: voidReason }) } },
    },
  },
  responses: { 204: { description: 'It counts no more' }, ...problems, 404: absent },
})

export const takeGroupVoidingBack = createRoute({
  method: 'delete',
  path: '/api/v1/group-contacts/{id}/voiding',
  summary: 'Count it again (who registered it, coordinator)',
  request: { params },
  responses: { 204: { description: 'It counts again' }, ...problems, 404: absent },
})
