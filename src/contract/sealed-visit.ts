import { createRoute, z } from '@hono/zod-openapi'
import { notedCompletion } from '../domain/follow-up/noted-completion.ts'
import { helpRequestId, messageId, sealingKeyId } from '../domain/id.ts'
import { groupContact } from '../domain/visit/group-contact.ts'
import { returnedVisit } from '../domain/visit/returned-visit.ts'
import { mostSealedTogether } from '../domain/visit/seal-form.ts'
import { sentSealedVisit } from '../domain/visit/sealed-visit.ts'
import { deviceHeaders } from './device.ts'
import { followUp } from './follow-up.ts'
import { problems } from './problem.ts'

export const readSealingKey = createRoute({
  method: 'get',
  path: '/api/v1/sealing-key',
  summary: 'The public key of the city, to which a device seals what waits to be sent',
  responses: {
    200: {
      description: 'P-256, uncompressed point in base64; how to seal stands with POST /api/v1/sealed-visits',
      content: {
        'application/json': {
          schema: z.object({ id: sealingKeyId, publicKey: z.base64() }).openapi('SealingKey'),
        },
      },
    },
    ...problems,
  },
})

const outcome = z
  .object({
    id: messageId,
    state: z
      .enum(['registered', 'refused', 'unreadable', 'not_yours', 'newer'])
      .describe(
        'registered: it is in the databank, now or since before; refused: `code` and `title` say why, and `visit`, `completion` or `group` is what was sent; unreadable: it cannot be opened; not_yours: its author has to send it; newer: a newer web app sealed it, so it waits for a newer server',
      ),
    code: z.string().optional(),
    title: z.string().optional(),
    visit: returnedVisit.optional(),
    completion: notedCompletion.optional(),
    group: groupContact.optional(),
    there: z
      .array(
        z.object({
          id: helpRequestId,
          receivedAt: z.iso.datetime(),
          ...{ theme: z.string(), outcome: z.string(), actions: z.array(z.string()) },
          ...{ clientKind: z.string(), nationality: z.string(), contactLanguage: z.string() },
          tip: z.string().nullable(),
        }),
      )
      .optional()
      .describe('With `id_taken`: the requests of the visit that the databank has under this id'),
    followUp: followUp.optional().describe('With a completion: how what was to be done stands now'),
  })
  .openapi('SealedOutcome')

export const registerSealedVisits = createRoute({
  method: 'post',
  path: '/api/v1/sealed-visits',
  summary:
    'Register what waited on a device (visits, what is done, groups), each sealed to a key of the city; each is written once',
  request: {
    headers: deviceHeaders,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            sentAt: z.iso.datetime({ offset: true }),
            items: z.array(sentSealedVisit).min(1).max(mostSealedTogether),
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What became of each, in their order',
      content: { 'application/json': { schema: z.object({ items: z.array(outcome) }) } },
    },
    ...problems,
    403: {
      ...problems[403],
      description: `${problems[403].description}; or the device is revoked, and hands over what waits: \`device_revoked\``,
    },
  },
})
