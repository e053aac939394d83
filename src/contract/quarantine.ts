import { createRoute, z } from '@hono/zod-openapi'
import { notedCompletion } from '../domain/follow-up/noted-completion.ts'
import { messageId, quarantinedVisitId } from '../domain/id.ts'
import { groupContact } from '../domain/visit/group-contact.ts'
import { discardReason, handedOver } from '../domain/visit/quarantine.ts'
import { returnedVisit } from '../domain/visit/returned-visit.ts'
import { mostSealedTogether } from '../domain/visit/seal-form.ts'
import { deviceHeaders } from './device.ts'
import { jsonBody } from './making.ts'
import { personOnly, problems, writeProblems } from './problem.ts'

const quarantined = z
  .object({
    id: quarantinedVisitId,
    author: z.string(),
    isAuthorOut: z.boolean().describe('Whether its author has no access any more'),
    device: z.string(),
    isDeviceRevoked: z.boolean(),
    isUndone: z
      .boolean()
      .describe('Whether its author undid it on the device: accepted, it is taken out again at once'),
    receivedAt: z.iso.datetime(),
  })
  .openapi('QuarantinedVisit')
export type QuarantinedVisit = z.infer<typeof quarantined>

export const handOver = createRoute({
  security: [{ device: [] }],
  method: 'post',
  path: '/api/v1/quarantined-visits',
  summary: 'Hand over what waits on a device that is revoked, or of somebody who is out; nobody is signed in',
  request: {
    headers: deviceHeaders,
    body: jsonBody(
      z.strictObject({
        sentAt: z.iso.datetime({ offset: true }),
        items: z.array(handedOver).max(mostSealedTogether),
      }),
    ),
  },
  responses: {
    200: {
      description:
        'What became of each. received: the city has it, the device lets go; kept: its author sends it; unreadable: no key or author of this city',
      content: {
        'application/json': {
          schema: z.object({
            isRevoked: z.boolean(),
            items: z.array(z.object({ id: messageId, state: z.enum(['received', 'kept', 'unreadable']) })),
          }),
        },
      },
    },
    400: problems[400],
    401: { ...problems[401], description: 'No device of any city: code `device_unknown`' },
    422: writeProblems[422],
  },
})

export const listQuarantine = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/quarantined-visits',
  summary: 'What the coordinator has to decide on, the oldest first; still sealed',
  responses: {
    200: {
      description: 'The oldest of them, and how many there are',
      content: {
        'application/json': { schema: z.object({ items: z.array(quarantined), total: z.int() }) },
      },
    },
    ...problems,
  },
})

const readableRequest = returnedVisit.shape.requests.element.omit({ note: true, followUps: true })

/**
 * What a coordinator may read of it: never a note, what is to be done (docs/decisions/0036-follow-ups.md) or whose card it
 * was (0034-cards-and-files.md).
 */
const readable = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('visit'),
    visit: returnedVisit.omit({ clientId: true }).extend({ requests: z.array(readableRequest) }),
  }),
  z.object({ kind: z.literal('completion'), completion: notedCompletion.omit({ seen: true }) }),
  z.object({ kind: z.literal('group'), group: groupContact }),
])
export type QuarantinedContent = z.infer<typeof readable>

const one = z.object({ id: quarantinedVisitId })

export const openQuarantined = createRoute({
  ...personOnly,
  method: 'post',
  path: '/api/v1/quarantined-visits/{id}/openings',
  summary: 'Read what is in quarantine; that you did is kept',
  request: { params: one },
  responses: {
    200: {
      description:
        'A visit (without notes, follow-ups and card), that something is done (without its words), or a group',
      content: { 'application/json': { schema: readable } },
    },
    ...problems,
    422: writeProblems[422],
  },
})

export const acceptQuarantined = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/quarantined-visits/{id}/acceptance',
  summary:
    'Register what is in quarantine in the name of its author; what was undone is taken out again at once',
  request: { params: one },
  responses: {
    204: { description: 'It is registered, or taken out' },
    ...problems,
    409: writeProblems[409],
    422: writeProblems[422],
  },
})

export const discardQuarantined = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/quarantined-visits/{id}/discarding',
  summary: 'Erase what is in quarantine; the reason stays',
  request: { params: one, body: jsonBody(z.object({ reason: discardReason })) },
  responses: {
    204: { description: 'Its content is gone' },
    ...problems,
    409: writeProblems[409],
    422: writeProblems[422],
  },
})
