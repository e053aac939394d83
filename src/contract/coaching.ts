import { createRoute, z } from '@hono/zod-openapi'
import { answer, newCase, newWish } from '../domain/coaching/coaching.ts'
import { coachingCaseId, helpRequestId, memberId, trainingWishId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { ifMatch, personOnly, problems, writeProblems } from './problem.ts'

const moment = z.iso.datetime()

/** A case between a guide and the coach, for these two alone. Its version goes into If-Match. */
export const coachingCase = z
  .object({
    id: coachingCaseId,
    requestId: helpRequestId,
    theme: z.string().nullable().describe('Null where you do not see the request'),
    receivedOn: localDate.nullable(),
    guideId: memberId,
    guide: z.string(),
    coachId: memberId,
    coach: z.string(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    askedAt: moment,
    answeredAt: moment.nullable(),
    closedAt: moment.nullable(),
    eraseOn: localDate.describe('That day it is erased, with all that was written about it'),
    version: z.int(),
  })
  .openapi('CoachingCase')
export type CoachingCase = z.infer<typeof coachingCase>

export const trainingWish = z
  .object({ id: trainingWishId, wish: z.string(), wishedAt: moment, metAt: moment.nullable() })
  .openapi('TrainingWish')
export type TrainingWish = z.infer<typeof trainingWish>

const oneCase = z.object({ id: coachingCaseId })
const oneWish = z.object({ id: trainingWishId })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, ...json(schema) } })
const theCase = (description: string) => ({ description, ...json(coachingCase) })
const theWish = (description: string) => ({ description, ...json(trainingWish) })

export const listCoachingCases = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/coaching-cases',
  summary: 'The cases that you put to your coach, or that were put to you; open ones first, then the newest',
  request: { query: z.strictObject({ requestId: helpRequestId.optional() }) },
  responses: {
    200: { description: 'At most 200', ...json(z.object({ items: z.array(coachingCase) })) },
    ...problems,
  },
})

export const putCoachingCase = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/coaching-cases/{id}',
  summary: 'Put a request of your own to your coach, with a question if you like (guide, bridge figure)',
  request: { params: oneCase, ...body(newCase) },
  responses: { 201: theCase('It is with the coach'), 200: theCase('It was already'), ...writeProblems },
})

export const putCoachingAnswer = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/coaching-cases/{id}/answer',
  summary: 'Answer a case, or write another answer in its place (the coach whom it was put to)',
  request: { params: oneCase, headers: ifMatch, ...body(answer) },
  responses: { 200: theCase('The case as it is now'), ...writeProblems },
})

export const closeCoachingCase = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/coaching-cases/{id}/closing',
  summary: 'Say that you are done with a case (either of the two)',
  request: { params: oneCase, headers: ifMatch },
  responses: { 200: theCase('The case as it is now'), ...writeProblems },
})

export const reopenCoachingCase = createRoute({
  ...personOnly,
  method: 'delete',
  path: '/api/v1/coaching-cases/{id}/closing',
  summary: 'Say that you are not done with a case after all (either of the two)',
  request: { params: oneCase, headers: ifMatch },
  responses: { 200: theCase('The case as it is now'), ...writeProblems },
})

const count = z.int()
export const coachedTeam = z
  .object({
    from: localDate,
    to: localDate,
    guides: count.describe('How many you coach'),
    requests: count.describe('On which the rest is counted'),
    themes: z.array(
      z.object({
        theme: z.string(),
        requests: count,
        hard: count.describe('No offer, something in the way, or still open'),
        noOffer: count,
        withBarrier: count,
        open: count,
      }),
    ),
  })
  .openapi('CoachedTeam')
export type CoachedTeam = z.infer<typeof coachedTeam>

export const readCoachedTeam = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/coached-team',
  summary: 'On which themes your team got stuck in the last eight weeks; never per guide (coach)',
  responses: { 200: { description: 'Unit: help requests', ...json(coachedTeam) }, ...problems },
})

export const listTrainingWishes = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/training-wishes',
  summary: 'What you would like to learn; for a coach, what the team would, without names',
  responses: {
    200: { description: 'At most 200', ...json(z.object({ items: z.array(trainingWish) })) },
    ...problems,
  },
})

export const putTrainingWish = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/training-wishes/{id}',
  summary: 'Say in one line what you would like to learn (guide, bridge figure)',
  request: { params: oneWish, ...body(newWish) },
  responses: { 201: theWish('It is kept'), 200: theWish('It was already'), ...writeProblems },
})

export const deleteTrainingWish = createRoute({
  ...personOnly,
  method: 'delete',
  path: '/api/v1/training-wishes/{id}',
  summary: 'Take back what you would have liked to learn',
  request: { params: oneWish },
  responses: { 204: { description: 'It is gone' }, ...problems },
})

export const meetTrainingWish = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/training-wishes/{id}/fulfilment',
  summary: 'Say that a wish of the team is met (coach)',
  request: { params: oneWish },
  responses: { 200: theWish('It is met'), ...problems },
})

export const takeFulfilmentBack = createRoute({
  ...personOnly,
  method: 'delete',
  path: '/api/v1/training-wishes/{id}/fulfilment',
  summary: 'Say that a wish of the team is not met after all (coach)',
  request: { params: oneWish },
  responses: { 200: theWish('It is wished again'), ...problems },
})
