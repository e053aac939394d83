import { OpenAPIHono } from '@hono/zod-openapi'
import * as contract from '../../contract/presence.ts'
import { asActor } from '../../db/as-actor.ts'
import { readCityCalendar } from '../../db/city/calendar-store.ts'
import { listCodes } from '../../db/city/code-list-store.ts'
import { type Desk, listDesks } from '../../db/city/desk-store.ts'
import { listRostered } from '../../db/people/roster-store.ts'
import { makeClock } from '../../domain/import/clock.ts'
import { addDays } from '../../domain/local-date.ts'
import { isSeatedAt, type PresenceDay, readPresence } from '../../domain/people/presence.ts'
import { actorOf } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'

const daysAhead = 6

/** Who sits where, for whoever works at a desk of the network. */
export const presenceRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid }).openapi(
  { ...contract.readPresence, middleware: [signedIn, requireRight('presence.read')] },
  async (c) => {
    const { db, now } = c.var.services
    const clock = makeClock(c.var.signedIn.city.timeZone)
    const [today, time] = [clock.dateAt(now()), clock.timeAt(now())]
    const period = { from: today, to: addDays(today, daysAhead) }
    const { desks, ...known } = await asActor(db, actorOf(c.var.signedIn), async (tx) => ({
      desks: await listDesks(tx),
      people: await listRostered(tx, today),
      calendar: await readCityCalendar(tx, period),
      listed: (await listCodes(tx))
        .filter(({ list, active }) => list === 'contact_language' && active)
        .map(({ code }) => code),
    }))
    const days = readPresence(known, period)
    return c.json({ days: days.map((day) => answerDay(day, desks, day.date === today ? time : '')) }, 200)
  },
)

/** `time` is empty on another day: nobody sits there now. */
function answerDay(
  { date, state, openDesks, seats, unspoken }: PresenceDay,
  desks: readonly Desk[],
  time: string,
) {
  return {
    date,
    open: state.open,
    because: state.open ? null : state.because,
    holiday: !state.open && state.because === 'holiday' ? state.holiday : null,
    reason: !state.open && state.because === 'closure' ? state.reason : null,
    desks: desks
      .filter(({ id }) => openDesks.includes(id))
      .map(({ id, name }) => ({
        id,
        name,
        seats: seats
          .filter(({ deskId }) => deskId === id)
          .map(({ deskId: _, ...seat }) => ({ ...seat, isHere: isSeatedAt(seat, time) })),
      })),
    unspoken,
  }
}
