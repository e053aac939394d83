import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkOpenDays, closeDay, closedDays, openDay } from '../../src/domain/calendar/closure.ts'
import { addDays, daysFromTo, localDate } from '../../src/domain/local-date.ts'

const day = (text: string) => localDate.parse(text)
const summer = { from: day('2016-07-11'), to: day('2016-07-29'), openOn: [] }

test('one day in the middle of a summer opens, and the summer stays one closure', () => {
  const opened = openDay(summer, day('2016-07-20'))
  expect(opened).toEqual({ ...summer, openOn: ['2016-07-20'] })
  expect(opened && closeDay(opened, day('2016-07-20'))).toEqual(summer)
})

test('a day at the edge makes the closure shorter, also past days that were open already', () => {
  expect(openDay(summer, day('2016-07-11'))).toEqual({ ...summer, from: '2016-07-12' })
  const second = openDay(summer, day('2016-07-12'))
  expect(second && openDay(second, day('2016-07-11'))).toEqual({ ...summer, from: '2016-07-13' })
  expect(openDay(summer, day('2016-07-29'))).toEqual({ ...summer, to: '2016-07-28' })
})

test('the only day of a closure leaves none', () => {
  const bridge = { from: day('2016-05-06'), to: day('2016-05-06'), openOn: [] }
  expect(openDay(bridge, bridge.from)).toBeUndefined()
})

test('a day outside the closure or at its edge and one that is named twice are refused', () => {
  const check = (...openOn: string[]) => checkOpenDays({ ...summer, openOn: openOn.map(day) })?.code
  expect(check('2016-07-20')).toBeUndefined()
  expect(check('2016-07-30')).toBe('open_day_outside')
  expect(check('2016-07-20', '2016-07-20')).toBe('open_day_outside')
  expect(check(summer.from)).toBe('open_day_outside')
  expect(check(summer.to)).toBe('open_day_outside')
  expect(check(...daysFromTo(summer.from, summer.to))).toBe('open_day_outside')
})

test('whatever is opened and closed again, exactly the other days are closed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 18 }), fc.boolean())), (steps) => {
      let closure = summer as Parameters<typeof openDay>[0]
      const closed = new Set(daysFromTo(summer.from, summer.to))
      for (const [offset, opens] of steps) {
        const date = addDays(summer.from, offset)
        const next = opens ? openDay(closure, date) : closeDay(closure, date)
        if (!next) return
        closure = next
        if (opens) closed.delete(date)
        else closed.add(date)
        expect(closedDays(closure)).toEqual([...closed].sort())
        expect(checkOpenDays(closure)).toBeUndefined()
      }
    }),
  )
})
