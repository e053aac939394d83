import fc from 'fast-check'
import { expect, test } from 'vitest'
import { helpLevelCodes, helpLevelsOf } from '../../src/domain/report/inside-figures.ts'

test('how much people did themselves is counted of the requests of a theme that say who did it', () => {
  const counted = [
    { theme: 'housing', whoDidIt: 'done_for', requests: 6 },
    { theme: 'housing', whoDidIt: 'done_together', requests: 3 },
    { theme: 'housing', whoDidIt: 'done_self', requests: 1 },
    { theme: 'housing', whoDidIt: 'not_applicable', requests: 40 },
    { theme: 'work', whoDidIt: 'done_for', requests: 2 },
    { theme: 'health', whoDidIt: 'not_asked', requests: 9 },
  ]
  expect(helpLevelsOf(counted)).toEqual([
    {
      ...{ code: 'housing', requests: 10, own: 4, percent: 40 },
      levels: [
        { code: 'done_for', requests: 6 },
        { code: 'done_together', requests: 3 },
        { code: 'done_self_supported', requests: 0 },
        { code: 'done_self', requests: 1 },
      ],
    },
    {
      ...{ code: 'work', requests: 2, own: 0, percent: 0 },
      levels: helpLevelCodes.map((code) => ({ code, requests: code === 'done_for' ? 2 : 0 })),
    },
  ])
})

test('every answer is in exactly one level of its theme', () => {
  const row = fc.record({
    theme: fc.constantFrom('housing', 'work', 'health'),
    whoDidIt: fc.constantFrom(...helpLevelCodes, 'not_asked'),
    requests: fc.integer({ min: 1, max: 500 }),
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const levels = helpLevelsOf(rows)
      const known = rows.filter(({ whoDidIt }) => whoDidIt !== 'not_asked')
      const sum = (of: readonly { requests: number }[]) => of.reduce((all, { requests }) => all + requests, 0)
      expect(sum(levels)).toBe(sum(known))
      for (const level of levels) expect(sum(level.levels)).toBe(level.requests)
    }),
  )
})
