import { createRoute, z } from '@hono/zod-openapi'
import { holidayCodes } from '../domain/calendar/holiday.ts'
import { closureId, deskId } from '../domain/id.ts'
import { localDate, month } from '../domain/local-date.ts'
import { calendarEvent } from './calendar-event.ts'
import { closure, closureContent } from './closure.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'
import { snapshotHead } from './snapshot.ts'
import { timetables } from './timetable.ts'

const holidayCode = z.enum(holidayCodes)
const year = z.int().min(1900).max(2200)

const calendarDay = z
  .object({
    date: localDate,
    /** Any desk is open; a report counts the day. */
    open: z.boolean(),
    because: z.enum(['holiday', 'closure', 'no_hours']).nullable(),
    holiday: holidayCode.nullable(),
    reason: z.string().nullable(),
    openDesks: z.array(deskId).readonly(),
    /** Desks with hours that day that are closed all the same. */
    closedDesks: z.array(deskId).readonly(),
  })
  .openapi('CalendarDay')
export type CalendarDay = z.infer<typeof calendarDay>

export const readCalendar = createRoute({
  method: 'get',
  path: '/api/v1/calendar',
  summary: 'Each day open or why not, with the closures and events that touch it; at most two years',
  request: { query: z.strictObject({ from: localDate, to: localDate }) },
  responses: {
    200: {
      description: 'The calendar',
      content: {
        'application/json': {
          schema: z.object({
            days: z.array(calendarDay),
            months: z.array(z.object({ month, openingDays: z.int() })),
            closures: z.array(closure),
            events: z.array(calendarEvent),
          }),
        },
      },
    },
    ...problems,
  },
})

const yearSpans = z
  .array(
    z
      .object({ first: year, last: year.nullable() })
      .refine(({ first, last }) => last === null || first <= last, { path: ['last'] }),
  )
  .max(20)
  .readonly()

export const observedHoliday = z
  .object({
    code: holidayCode,
    /** The day on which it falls in the year that was asked for. */
    on: localDate,
    years: yearSpans,
    version: z.int(),
  })
  .openapi('ObservedHoliday')
export type ObservedHoliday = z.infer<typeof observedHoliday>

export const listHolidays = createRoute({
  method: 'get',
  path: '/api/v1/calendar/holidays',
  summary: 'The public holidays, and in which years the city keeps each',
  request: { query: z.strictObject({ year: z.coerce.number().int().min(1900).max(2200) }) },
  responses: {
    200: {
      description: 'The holidays in the order of the year; version 0 = the city never kept it',
      content: { 'application/json': { schema: z.object({ items: z.array(observedHoliday) }) } },
    },
    ...problems,
  },
})

export const putHoliday = createRoute({
  method: 'put',
  path: '/api/v1/calendar/holidays/{code}',
  summary: 'Say in which years the city keeps the holiday',
  request: {
    params: z.object({ code: holidayCode }),
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: z.object({ years: yearSpans }) } } },
  },
  responses: {
    200: {
      description: 'The years and their version',
      content: { 'application/json': { schema: observedHoliday.omit({ on: true }) } },
    },
    ...writeProblems,
  },
})

const change = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('desk'), id: deskId, timetables }),
    z.object({ kind: z.literal('retirement'), id: deskId, lastDay: localDate.nullable() }),
    z.object({ kind: z.literal('holiday'), code: holidayCode, years: yearSpans }),
    z.object({ kind: z.literal('closure'), id: closureId, closure: closureContent.nullable() }),
  ])
  .openapi('CalendarChange')

const monthOutcome = z.object({ openingDays: z.int(), perOpeningDay: z.number().nullable() })

export const calendarPreview = z
  .object({
    months: z
      .array(z.object({ month, requests: z.int().nullable(), before: monthOutcome, after: monthOutcome }))
      .readonly(),
    frozen: z.array(snapshotHead).readonly(),
  })
  .openapi('CalendarPreview')
export type CalendarPreview = z.infer<typeof calendarPreview>

export const previewCalendar = createRoute({
  method: 'post',
  path: '/api/v1/calendar/previews',
  summary: 'What a change would do to opening days and daily averages; writes nothing',
  request: { body: { required: true, content: { 'application/json': { schema: change } } } },
  responses: {
    200: {
      description:
        'The months whose opening days change; averages for who may see live figures. Frozen reports stay as they are',
      content: { 'application/json': { schema: calendarPreview } },
    },
    ...problems,
    422: writeProblems[422],
  },
})
