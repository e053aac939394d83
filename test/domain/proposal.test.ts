import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../src/domain/local-date.ts'
import { passages } from '../../src/domain/report/chapter/passage.ts'
import { previousPeriod, yearBefore } from '../../src/domain/report/comparison.ts'
import { proposals } from '../../src/domain/report/proposal/proposal.ts'
import type { ProposalSource, Statement } from '../../src/domain/report/proposal/statement.ts'
import { demoDraft, demoPeriod, demoReport, emptyReport } from '../documents/demo-draft.ts'

const saidIn = (passage: (typeof passages)[number], source: ProposalSource): Statement[] =>
  proposals[passage](source).flatMap(({ statements }) => statements)
const allSaid = (source: ProposalSource) => passages.flatMap((passage) => saidIn(passage, source))
const keysOf = (statements: readonly Statement[]) => statements.map(({ key }) => key)
const find = (statements: readonly Statement[], key: string) => statements.find((each) => each.key === key)
const month = (text: string, requests: number) => ({
  ...demoReport().months[0],
  month: text as never,
  requests,
})

describe('what rules say of the first partial report of Kortrijk', () => {
  test.each([
    [
      'requests',
      'requests.total',
      { requests: { requests: 866 }, days: { days: 148 }, average: { average: 5.9 } },
    ],
    ['requests', 'requests.months', { highAverage: { average: 7.4 }, lowAverage: { average: 4.1 } }],
    ['requests', 'requests.desks', { all: { requests: 866 } }],
    ['reach', 'reach.nationalities', { distinct: { number: 42 }, top: { requests: 750 } }],
    ['reach', 'reach.first', { requests: { requests: 188 }, top: { requests: 750 } }],
    [
      'guides',
      'guides.explain_letter',
      { requests: { number: 219 }, percent: { percent: 25, requests: 219 } },
    ],
    ['guides', 'guides.self', { requests: { number: 539 } }],
    ['after', 'after.total', { requests: { number: 372 }, percent: { percent: 43, requests: 372 } }],
    ['working', 'working.open', { days: { days: 148 } }],
    ['working', 'working.reasons', {}],
    ['mission', 'mission.project', { number: { number: 1 }, of: { number: 4 } }],
    ['outlook', 'outlook.next', { number: { number: 2 }, from: { date: '2016-08-01' } }],
    ['one_page', 'onePage.noOffer', { requests: { number: 30 } }],
    ['one_page', 'onePage.answered', { requests: { number: 596 } }],
  ] as const)('in %s: %s', (passage, key, values) => {
    expect(find(saidIn(passage, demoDraft()), key)?.values).toMatchObject(values)
  })

  test('groups and the time of walking along are told from five on', () => {
    const told = (contacts: number, requests: number) => {
      const report = { ...demoReport(), groupContacts: { contacts, people: 60 } }
      return keysOf(allSaid(demoDraft({ report, walkedAlong: { requests, minutes: 480 } }))).filter((key) =>
        /groupContacts|walkedAlong/.test(key),
      )
    }
    expect(told(4, 4)).toEqual([])
    expect(told(5, 5)).toEqual(['working.groupContacts', 'guides.walkedAlong'])
  })

  test('stories and what is asked of the college are for people to write', () => {
    expect([saidIn('stories', demoDraft()), saidIn('ask', demoDraft())]).toEqual([[], []])
  })

  test('every sentence with a number names the figures that it comes from', () => {
    const silent = allSaid(demoDraft()).filter(
      ({ values, sources }) =>
        sources.length === 0 &&
        Object.values(values).some((value) => 'requests' in value || 'percent' in value),
    )
    expect(silent).toEqual([])
  })
})

describe('rules never', () => {
  const counted = fc.nat({ max: 400 })

  test('speak of a rise or fall under ten requests or ten percent', () => {
    fc.assert(
      fc.property(counted, counted, (now, before) => {
        const previous = demoReport({ months: [month('2015-04', before)] }, previousPeriod(demoPeriod))
        const report = demoReport({ months: [month('2016-03', now)] })
        const source = demoDraft({
          report,
          earlier: { previous, yearBefore: emptyReport(yearBefore(demoPeriod)) },
        })
        const keys = keysOf(saidIn('requests', source))
        const isChange = Math.abs(now - before) >= 10 && Math.abs(now - before) * 10 >= before
        expect(keys.includes('requests.more') || keys.includes('requests.fewer')).toBe(
          now > 0 && before > 0 && isChange,
        )
      }),
    )
  })

  test('call a month the busiest when the quietest is less than ten requests or ten percent away', () => {
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        const period = { from: localDate.parse('2016-03-01'), to: localDate.parse('2016-04-30') }
        const report = demoReport({ months: [month('2016-03', one), month('2016-04', other)] }, period)
        const said = find(saidIn('requests', demoDraft({ report })), 'requests.months')
        // To one decimal, so in whole tenths; the shorter month was open on 19 days.
        const [a = 0, b = 0] = report.months.map(({ perOpeningDay }) => Math.round((perOpeningDay ?? 0) * 10))
        const gap = Math.abs(a - b)
        expect(said === undefined).toBe(gap * 19 < 100 || gap * 10 < Math.min(a, b))
      }),
      { examples: [[229, 209]] },
    )
  })

  test('name a count from one to four, or a nationality under ten', () => {
    const shares = fc.record({
      woman: counted,
      man: counted,
      group: fc.nat({ max: 12 }),
      other: fc.nat({ max: 12 }),
    })
    fc.assert(
      fc.property(shares, ({ woman, man, group, other }) => {
        const list = (codes: readonly string[]) =>
          codes.map((code, at) => ({ code, requests: [woman, man, group, other][at] ?? 0 }))
        const report = demoReport({
          months: [month('2016-03', woman + man + group + other)],
          clientKinds: list(['woman', 'man', 'group', 'unknown']),
          outcomes: list(['answered', 'referred_helped', 'no_offer', 'client_stopped']),
          nationalities: list(['MA', 'SY', 'RU', 'UA']),
          barriers: list(['language', 'cost', 'trust', 'digital']),
        })
        const statements = allSaid(demoDraft({ report, afterThemes: [] })).filter(
          ({ key }) => key !== 'requests.total' && key !== 'reach.nationalities',
        )
        for (const { key, values } of statements) {
          const named = Object.entries(values).flatMap(([gap, value]) => {
            if ('counted' in value) return value.counted.map(({ requests }) => requests)
            return 'percent' in value && gap === 'percent' ? [value.requests] : []
          })
          const least = key === 'reach.first' ? 10 : 5
          expect([key, named.filter((requests) => requests > 0 && requests < least)]).toEqual([key, []])
        }
      }),
    )
  })

  test('name a sensitive code, or tie a nationality to anything', () => {
    const statements = allSaid(demoDraft())
    expect(JSON.stringify(statements)).not.toContain('no_legal_stay')
    const ofNationality = statements.filter(({ sources }) =>
      sources.some((source) => 'field' in source && source.field === 'nationalities'),
    )
    for (const { sources } of ofNationality)
      expect(sources.every((source) => 'field' in source && source.field === 'nationalities')).toBe(true)
  })

  test('give a cause: an event stands beside its month as it is in the calendar', () => {
    const event = { from: localDate.parse('2016-03-07'), to: localDate.parse('2016-03-25'), title: 'ziekte' }
    const events = (source: ProposalSource) =>
      saidIn('requests', source).filter(({ key }) => key === 'requests.event')
    expect(events(demoDraft())).toEqual([])
    expect(events(demoDraft({ events: [event] }))).toMatchObject([{ sources: [{ kind: 'event', event }] }])
    const other = { ...event, from: localDate.parse('2016-04-04'), to: localDate.parse('2016-04-08') }
    expect(events(demoDraft({ events: [other] }))).toEqual([])
  })

  test('choose one of two that are as frequent', () => {
    const clientKinds = ['woman', 'man', 'family'].map((code) => ({ code, requests: 40 }))
    const said = saidIn('one_page', demoDraft({ report: demoReport({ clientKinds }) }))
    expect(find(said, 'onePage.clientKinds')).toBeUndefined()
  })
})

test('themes that changed are named with both numbers, the largest change first, at most three', () => {
  const theme = (code: string, requests: number) => ({ theme: code, subTheme: null, requests })
  const now = ['housing', 'work', 'health', 'legal'].map((code, at) => theme(code, 60 - 10 * at))
  const before = ['housing', 'work', 'health', 'legal'].map((code) => theme(code, 15))
  const previous = demoReport({ themes: before }, previousPeriod(demoPeriod))
  const source = demoDraft({
    report: demoReport({ themes: now }),
    earlier: { previous, yearBefore: emptyReport(yearBefore(demoPeriod)) },
  })
  const said = saidIn('requests', source).filter(({ key }) => key === 'requests.themeMore')
  expect(said.map(({ values }) => values.theme)).toEqual(
    ['housing', 'work', 'health'].map((code) => ({ label: { field: 'themes', code } })),
  )
})
