import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTime, readTime } from '../../src/web/ui/time-text.ts'

test('an hour is read as people in Oostdijk write it, and what is no hour stays as it was written', () => {
  for (const text of ['9:30', '9u30', '09:30', '930', '9.30', '9h30', '0930', ' 9 U 30 '])
    expect(readTime(text)).toBe('09:30')
  expect(['9', '9u', '17', '0', '2359'].map(readTime)).toEqual(['09:00', '09:00', '17:00', '00:00', '23:59'])
  for (const text of ['24:00', '9:60', '9:3', 'negen', '12345', '5 pm', '-1', ''])
    expect([readTime(text), isTime(readTime(text))]).toEqual([text, false])
})

test('every time of the day is read back as it is written', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1439 }), (minutes) => {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
        `${part}`.padStart(2, '0'),
      )
      const time = `${hour}:${minute}`
      expect([readTime(time), readTime(`${hour}${minute}`), isTime(time)]).toEqual([time, time, true])
    }),
  )
})
