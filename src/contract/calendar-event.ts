import { createRoute, z } from '@hono/zod-openapi'
import { calendarEventId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { writtenText } from '../domain/written-text.ts'
import { ifMatch, writeProblems } from './problem.ts'

/** Of an event, in characters. */
export const longestTitle = 120

const eventContent = z.object({
  from: localDate,
  to: localDate,
  title: writtenText({ most: longestTitle }).openapi({ description: 'Never a name of a person' }),
})

/** What happened at the desks and explains a figure: illness, a new colleague. */
export const calendarEvent = eventContent
  .extend({ id: calendarEventId, version: z.int() })
  .openapi('CalendarEvent')
export type CalendarEvent = z.infer<typeof calendarEvent>

const eventAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: calendarEvent } },
})
const params = z.object({ id: calendarEventId })

export const putEvent = createRoute({
  method: 'put',
  path: '/api/v1/calendar/events/{id}',
  summary: 'Note an event under an id of your own, or with If-Match change it',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: eventContent } } },
  },
  responses: { 200: eventAnswer('Changed, or as it was'), 201: eventAnswer('Added'), ...writeProblems },
})

export const removeEvent = createRoute({
  method: 'delete',
  path: '/api/v1/calendar/events/{id}',
  summary: 'Take an event away',
  request: { params, headers: ifMatch },
  responses: { 204: { description: 'It is gone' }, ...writeProblems },
})
