import { describe, expect, test } from 'vitest'
import { deskId } from '../../src/domain/id.ts'
import { localDate } from '../../src/domain/local-date.ts'
import type { RequestFacts } from '../../src/domain/request/request-fact.ts'
import { clashesOf, faultsOf, settle, withTheme } from '../../src/web/pages/request/request-draft.ts'

const base: RequestFacts = {
  receivedOn: localDate.parse('2026-03-02'),
  receivedTime: '11:00',
  deskId: deskId.parse('019a0000-0000-7000-8000-000000000001'),
  channel: 'desk',
  origin: 'came_self',
  clientKind: 'woman',
  askedBy: 'self',
  status: 'newcomer',
  nationality: 'MA',
  contactLanguage: 'ary',
  languageHelp: 'none',
  neighbourhood: null,
  firstVisit: null,
  theme: 'housing',
  subTheme: 'housing.social_housing',
  actions: ['inform'],
  whoDidIt: 'done_for',
  outcome: 'open',
  barriers: [],
  minutes: 15,
  referredTo: null,
  tip: null,
  ownWords: null,
  mayQuote: null,
}

describe('two corrections of the same request', () => {
  test('of different fields need no choice, and both survive', () => {
    const mine = { ...base, minutes: 30, actions: ['inform', 'phone'] }
    const theirs = { ...base, outcome: 'no_offer' }
    const clashes = clashesOf(base, mine, theirs)
    expect(clashes).toEqual([
      { clash: 'actions', preset: 'mine' },
      { clash: 'outcome', preset: 'theirs' },
      { clash: 'minutes', preset: 'mine' },
    ])
    const sides = new Map(clashes.map(({ clash, preset }) => [clash, preset ?? 'theirs']))
    expect(settle(mine, theirs, sides)).toEqual({ ...mine, outcome: 'no_offer' })
  })

  test('of the same field wait for somebody to choose', () => {
    const [mine, theirs] = [
      { ...base, outcome: 'answered' },
      { ...base, outcome: 'no_offer' },
    ]
    expect(clashesOf(base, mine, theirs)).toEqual([{ clash: 'outcome', preset: undefined }])
    expect(settle(mine, theirs, new Map([['outcome', 'mine']]))).toEqual(mine)
    expect(settle(mine, theirs, new Map([['outcome', 'theirs']]))).toEqual(theirs)
  })

  test('that say the same are no clash, in whatever order the codes stand', () => {
    const mine = { ...base, actions: ['phone', 'inform'] }
    const theirs = { ...base, actions: ['inform', 'phone'] }
    expect(clashesOf(base, mine, theirs)).toEqual([])
  })

  test('keep a theme and its sub-theme together', () => {
    const mine = { ...base, theme: 'work', subTheme: null }
    const theirs = { ...base, subTheme: 'housing.private_rent' }
    expect(clashesOf(base, mine, theirs)).toEqual([{ clash: 'theme', preset: undefined }])
    expect(settle(mine, theirs, new Map([['theme', 'mine']]))).toEqual(mine)
  })

  test('keep words and whether they may be quoted together', () => {
    const mine = { ...base, ownWords: 'Hier luistert iemand.', mayQuote: true }
    const theirs = { ...base, ownWords: 'Hier luisterde iemand.', mayQuote: false }
    expect(clashesOf(base, mine, theirs)).toEqual([{ clash: 'ownWords', preset: undefined }])
    expect(settle(mine, theirs, new Map([['ownWords', 'mine']]))).toEqual(mine)
  })
})

test('another theme lets go of the sub-theme, the same one does not', () => {
  expect(withTheme(base, 'work')).toMatchObject({ theme: 'work', subTheme: null })
  expect(withTheme(base, 'housing')).toEqual(base)
})

test('a register number and a day to come are seen before anybody saves', () => {
  expect([...faultsOf(base, '2026-03-02')]).toEqual([])
  const number = ['85.07.30', '033-28'].join('-')
  expect([...faultsOf({ ...base, ownWords: number }, '2026-03-02')]).toEqual([['ownWords', 'registerNumber']])
  expect([...faultsOf({ ...base, tip: `bel ${number}` }, '2026-03-01')]).toEqual([
    ['tip', 'registerNumber'],
    ['receivedOn', 'future'],
  ])
})
