import { createRoute, z } from '@hono/zod-openapi'
import {
  agreementContent,
  cardLanguage,
  cardPicture,
  cardState,
  clientKind,
} from '../domain/client/client-card.ts'
import { cardSheetId, clientAgreementId, clientCardId, clientId, helpRequestId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { followUp } from './follow-up.ts'
import { jsonBody, makingAnswers } from './making.ts'
import { personOnly, problems, writeProblems } from './problem.ts'

const { 409: taken, 422: refused } = writeProblems
const nothing = jsonBody(z.strictObject({}))

export const printCardSheet = createRoute({
  method: 'post',
  path: '/api/v1/card-sheets',
  summary:
    'A sheet of eight blank cards to print, in Dutch and the nearest language that is written; made once (guide, bridge figure)',
  ...personOnly,
  request: { body: jsonBody(z.strictObject({ id: cardSheetId, language: cardLanguage })) },
  responses: {
    201: {
      description: 'A4, tagged PDF (PDF/UA-1). The codes stand on it and nowhere else',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
    409: taken,
  },
})

const agreement = z.object({ id: clientAgreementId, endsAt: z.iso.datetime() })

export const client = z
  .object({
    id: clientId,
    kind: clientKind,
    agreement: agreement
      .nullable()
      .openapi({ description: 'Until when your organisation may see what others noted' }),
    hasFile: z.boolean().openapi({ description: 'Whether your organisation knows who it is' }),
  })
  .openapi('Client')
export type Client = z.infer<typeof client>

export const card = z
  .object({
    id: clientCardId,
    state: cardState,
    pictures: z.array(cardPicture).openapi({ description: 'What is drawn on it, from start to end' }),
    client: client.nullable().openapi({ description: 'Whose it is, while it is linked' }),
  })
  .openapi('ClientCard')
export type ClientCard = z.infer<typeof card>

export const lookUpCard = createRoute({
  method: 'post',
  path: '/api/v1/card-lookups',
  summary: 'The card with a code, as somebody shows it; every look-up is written down, guesses are limited',
  ...personOnly,
  request: { body: jsonBody(z.strictObject({ code: z.string().max(200) })) },
  responses: {
    200: { description: 'The card', content: { 'application/json': { schema: card } } },
    ...problems,
    422: refused,
    429: { ...refused, description: 'Too many codes that are none: code `too_many_attempts`' },
  },
})

const ofClient = z.object({ id: clientId })

export const putClient = createRoute({
  method: 'put',
  path: '/api/v1/clients/{id}',
  summary: 'Link a blank card to a new client, without a name',
  ...personOnly,
  request: { params: ofClient, body: jsonBody(z.strictObject({ kind: clientKind, cardId: clientCardId })) },
  responses: makingAnswers(client, { made: 'The card is linked', again: 'It was linked by the same call' }),
})

export const readClientHistory = createRoute({
  method: 'get',
  path: '/api/v1/clients/{id}/history',
  summary:
    'What a client asked your organisation before, and others while the person agrees; it is written down',
  ...personOnly,
  request: { params: ofClient },
  responses: {
    200: {
      description: 'The newest 50, newest first: never more than a day, a theme and a result',
      content: {
        'application/json': {
          schema: z
            .object({
              items: z.array(
                z.object({
                  id: helpRequestId,
                  receivedOn: localDate,
                  theme: z.string(),
                  outcome: z.string(),
                  organization: z.string(),
                  isOwn: z.boolean(),
                }),
              ),
            })
            .openapi('ClientHistory'),
        },
      },
    },
    ...problems,
  },
})

export const listClientFollowUps = createRoute({
  method: 'get',
  path: '/api/v1/clients/{id}/follow-ups',
  summary: 'What your organisation still has to do for a client; that it was read is written down',
  ...personOnly,
  request: { params: ofClient },
  responses: {
    200: {
      description: 'What is open, the soonest first: at most 50',
      content: { 'application/json': { schema: z.object({ items: z.array(followUp) }) } },
    },
    ...problems,
  },
})

export const putAgreement = createRoute({
  method: 'put',
  path: '/api/v1/clients/{id}/agreements/{agreementId}',
  summary: 'The person lets your organisation see what others noted, for so many days',
  ...personOnly,
  request: { params: ofClient.extend({ agreementId: clientAgreementId }), body: jsonBody(agreementContent) },
  responses: makingAnswers(agreement, { made: 'It is kept', again: 'It was kept by the same call' }),
})

export const withdrawAgreement = createRoute({
  method: 'put',
  path: '/api/v1/clients/{id}/agreements/{agreementId}/withdrawal',
  summary: 'The person takes that back',
  ...personOnly,
  request: { params: ofClient.extend({ agreementId: clientAgreementId }), body: nothing },
  responses: { 204: { description: 'At once' }, ...problems },
})

const ofCard = z.object({ id: clientCardId })

export const replaceCard = createRoute({
  method: 'put',
  path: '/api/v1/client-cards/{id}/replacement',
  summary: 'A lost card opens nothing any more; a blank one takes its place',
  ...personOnly,
  request: { params: ofCard, body: jsonBody(z.strictObject({ cardId: clientCardId })) },
  responses: { 204: { description: 'It is replaced' }, ...problems, 409: taken },
})

export const stopCard = createRoute({
  method: 'put',
  path: '/api/v1/client-cards/{id}/stop',
  summary: 'The card stops for good, and nothing says any longer which requests were of one client',
  ...personOnly,
  request: { params: ofCard, body: nothing },
  responses: { 204: { description: 'It is stopped' }, ...problems, 409: taken },
})
