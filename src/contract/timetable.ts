import { z } from '@hono/zod-openapi'
import { localDate } from '../domain/local-date.ts'

/** HH:MM of the day, 00:00 to 23:59. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const timeSpan = z
  .object({
    weekday: z.literal([1, 2, 3, 4, 5, 6, 7]).openapi({ description: '1 = Monday … 7 = Sunday' }),
    opens: time,
    closes: time,
  })
  .openapi('TimeSpan')

/** Weekly hours from a day on, until the next timetable of the desk begins; without spans the desk has no hours. */
export const timetable = z
  .object({ from: localDate, spans: z.array(timeSpan).max(50).readonly() })
  .openapi('Timetable', { description: 'From 1900-01-01 on means always' })

export const timetables = z.array(timetable).max(100).readonly()
