import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardStateOf, mayMove } from '../../src/domain/client/client-card.ts'
import { belongsOnCard } from '../../src/domain/client/client-rule.ts'

const moment = fc.option(fc.constant(new Date('2026-11-29')))
const anyCard = fc.record({ linkedAt: moment, replacedAt: moment, stoppedAt: moment })
const blank = { linkedAt: null, replacedAt: null, stoppedAt: null }
const at = new Date('2026-11-29')

test('a card is blank until it is linked, and is over once it is replaced or stopped', () => {
  expect(cardStateOf(blank)).toBe('blank')
  expect(cardStateOf({ ...blank, linkedAt: at })).toBe('linked')
  expect(cardStateOf({ ...blank, linkedAt: at, replacedAt: at })).toBe('replaced')
  expect(cardStateOf({ linkedAt: at, replacedAt: at, stoppedAt: at })).toBe('stopped')
})

test('only a blank card is linked, only a linked one replaced, and what is over moves no more', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      expect(mayMove('link', card)).toBe(cardStateOf(card) === 'blank')
      expect(mayMove('replace', card)).toBe(cardStateOf(card) === 'linked')
      if (card.stoppedAt || card.replacedAt) expect(mayMove('stop', card)).toBe(false)
    }),
  )
})

test('the card of a household holds what was asked for the household only', () => {
  expect(belongsOnCard('household', 'family')).toBe(true)
  for (const kind of ['woman', 'man', 'group', 'not_asked']) {
    expect(belongsOnCard('household', kind)).toBe(false)
    expect(belongsOnCard('person', kind)).toBe(true)
  }
})
