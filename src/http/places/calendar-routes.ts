import { OpenAPIHono } from '@hono/zod-openapi'
import {
  listHolidays as listHolidaysRoute,
  previewCalendar,
  putHoliday as putHolidayRoute,
  readCalendar,
} from '../../contract/calendar.ts'
import { asActor } from '../../db/as-actor.ts'
import { listEvents } from '../../db/city/calendar-event-store.ts'
import { previewChange } from '../../db/city/calendar-preview-store.ts'
import { readCalendarPlan } from '../../db/city/calendar-store.ts'
import { listClosures } from '../../db/city/closure-store.ts'
import { listHolidays, putHoliday } from '../../db/city/holiday-store.ts'
import { type CalendarDay, countOpeningDays, listDays } from '../../domain/calendar/calendar-day.ts'
import { calendarOf } from '../../domain/calendar/calendar-plan.ts'
import { checkView } from '../../domain/calendar/calendar-span.ts'
import { holidayCodes, holidayOn } from '../../domain/calendar/holiday.ts'
import { actorOf } from '../../domain/people/session.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'

const mayChange = [signedIn, requireRight('calendar.change')]

export const calendarRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...readCalendar, middleware: [signedIn] as const }, async (c) => {
    const period = c.req.valid('query')
    orProblem(checkView(period))
    const answer = await asActor(c.var.services.db, actorOf(c.var.signedIn), async (tx) => {
      const plan = await readCalendarPlan(tx, period)
      return { plan, closures: await listClosures(tx, period), events: await listEvents(tx, period) }
    })
    const days = listDays(calendarOf(answer.plan), period)
    const months = countOpeningDays(days, period)
    return c.json(
      { days: days.map(answerDay), months, closures: answer.closures, events: answer.events },
      200,
    )
  })
  .openapi({ ...listHolidaysRoute, middleware: [signedIn] as const }, async (c) => {
    const { year } = c.req.valid('query')
    const observed = await asActor(c.var.services.db, actorOf(c.var.signedIn), listHolidays)
    const items = holidayCodes.map((code) => {
      const { years, version } = observed.find((holiday) => holiday.code === code) ?? never
      return { code, on: holidayOn(code, year), years, version }
    })
    return c.json({ items }, 200)
  })
  .openapi({ ...putHolidayRoute, middleware: mayChange }, async (c) => {
    const wanted = { ...c.req.valid('param'), ...c.req.valid('json') }
    const version = readVersion(c)
    const actor = actorOf(c.var.signedIn)
    const {
      code,
      years,
      version: saved,
    } = orProblem(await asActor(c.var.services.db, actor, (tx) => putHoliday(tx, actor, wanted, version)))
    c.header('etag', etagOf(saved))
    return c.json({ code, years, version: saved }, 200)
  })
  .openapi({ ...previewCalendar, middleware: mayChange }, async (c) => {
    const change = c.req.valid('json')
    const actor = actorOf(c.var.signedIn)
    const today = localDateIn(c.var.services.now(), c.var.signedIn.city.timeZone)
    const preview = orProblem(
      await asActor(c.var.services.db, actor, (tx) => previewChange(tx, actor, change, today)),
    )
    return c.json(preview, 200)
  })

const never = { years: [], version: 0 }

const answerDay = ({ date, state, openDesks, closedDesks }: CalendarDay) => ({
  date,
  open: state.open,
  because: state.open ? null : state.because,
  holiday: !state.open && state.because === 'holiday' ? state.holiday : null,
  reason: !state.open && state.because === 'closure' ? state.reason : null,
  openDesks,
  closedDesks,
})
