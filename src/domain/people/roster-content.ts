import { z } from 'zod'
import { deskId } from '../id.ts'
import { localDate } from '../local-date.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const week = z.strictObject({
  from: localDate,
  spans: z
    .array(
      z.strictObject({
        weekday: z.literal([1, 2, 3, 4, 5, 6, 7]).describe('1 = Monday … 7 = Sunday'),
        deskId,
        opens: time,
        closes: time,
      }),
    )
    .max(50)
    .readonly(),
})

/** What is kept of when somebody sits where; roster.ts has its rules. */
export const rosterContent = z.strictObject({
  languages: z.array(z.string().max(20)).max(40).readonly().describe('ISO 639-3, as contact languages are'),
  weeks: z.array(week).max(20).readonly().describe('Each holds from a day on until the next begins'),
  absences: z
    .array(z.strictObject({ from: localDate, to: localDate }))
    .max(50)
    .readonly()
    .describe('First and last day away; why is not noted'),
})
