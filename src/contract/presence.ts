import { createRoute, z } from '@hono/zod-openapi'
import { holidayCodes } from '../domain/calendar/holiday.ts'
import { deskId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { personOnly, problems } from './problem.ts'

const seat = z.object({
  name: z.string(),
  opens: z.string(),
  closes: z.string(),
  languages: z.array(z.string()).readonly().describe('ISO 639-3'),
  isHere: z.boolean().describe('It is between these hours now, by the clock of the city'),
})

export const presenceDay = z
  .object({
    date: localDate,
    open: z.boolean(),
    because: z.enum(['holiday', 'closure', 'no_hours']).nullable().describe('Why no desk is open'),
    holiday: z.enum(holidayCodes).nullable(),
    reason: z.string().nullable(),
    desks: z
      .array(z.object({ id: deskId, name: z.string(), seats: z.array(seat) }))
      .describe('The open ones'),
    unspoken: z
      .array(z.string())
      .readonly()
      .describe(
        'Languages on the city’s list of contact languages which somebody who has a week speaks, and nobody who sits at a desk this day',
      ),
  })
  .openapi('PresenceDay')
export type PresenceDay = z.infer<typeof presenceDay>

export const readPresence = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/presence',
  summary: 'Who sits where today and in the six days after it, and which languages nobody there speaks',
  responses: {
    200: {
      description: 'Today first',
      content: { 'application/json': { schema: z.object({ days: z.array(presenceDay) }) } },
    },
    ...problems,
  },
})
