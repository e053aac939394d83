import { describe, expect, test } from 'vitest'
import type { ReadRow } from '../../src/domain/import/import-row.ts'
import { readCells } from '../fixtures/import/oostdijk-rules.ts'

const rejectionOf = (read: ReadRow) => (read.kind === 'rejected' ? read.rejection : read)

describe('a row from Oostdijk is rejected', () => {
  test.each([
    ['date_invalid', 'received_on', { datum: '31/02/2016' }],
    ['date_invalid', 'received_on', { datum: '12/31/2015' }],
    ['date_future', 'received_on', { datum: '03/03/2026' }],
    ['time_invalid', 'received_at', { uur: '25:00' }],
    ['time_invalid', 'received_at', { uur: 'namiddag' }],
    ['required', 'received_on', { datum: ' ' }],
    ['required', 'theme', { thema: '' }],
    ['ambiguous', 'nationality', { nationaliteit: 'Congo' }],
    ['ambiguous', 'sub_theme', { subthema: 'budgetmeter' }],
    ['ambiguous', 'desk', { plaats: 'station' }],
    ['ambiguous', 'guide', { toeleider: 'BO' }],
    ['register_number', 'referred_to_text', { 'doorverwezen naar': 'zie 93.05.18-223.61' }],
    ['register_number', 'number', { nr: '00012556777' }],
    ['register_number', 'nationality', { nationaliteit: '93051822361' }],
    ['too_long', 'theme', { thema: 'x'.repeat(1_000_000) }],
    ['too_long', 'referred_to_text', { 'verwezen naar': 'é'.repeat(301) }],
    ['too_long', 'tip', { tip: 'é'.repeat(141) }],
    ['too_long', 'neighbourhood', { wijk: 'x'.repeat(101) }],
    ['too_long', 'own_words', { 'eigen woorden': 'é'.repeat(201) }],
    ['register_number', 'own_words', { citaat: 'ik ben 93.05.18-223.61' }],
    ['register_number', 'tip', { tip: 'bel over 93.05.18-223.61' }],
    ['register_number', 'neighbourhood', { deelgemeente: '93051822361' }],
  ] as const)('with %s in %s', (reason, field, cells) => {
    const rejection = rejectionOf(readCells(cells, { row: 17 }))
    expect(rejection).toMatchObject({ row: 17, reason, field, column: Object.keys(cells)[0] })
  })

  test('today is not the future, tomorrow is', () => {
    expect(readCells({ datum: '02/03/2026' }).kind).toBe('request')
    expect(readCells({ datum: '2026-03-03' }).kind).toBe('rejected')
  })

  test('for a formula in a column that is read, and only there', () => {
    expect(rejectionOf(readCells({ datum: '01/12/2015' }, { formulas: [0] }))).toMatchObject({
      reason: 'formula',
      field: 'received_on',
      value: '01/12/2015',
    })
    expect(readCells({ opmerking: '=1' }, { formulas: [2] }).kind).toBe('request')
  })

  test('for a cell behind a merged one in a column that is read: it says nothing itself', () => {
    const merged = { cells: ['01/12/2015', 'Wonen', ''], covered: [2] }
    expect(rejectionOf(readCells({ plaats: '' }, merged))).toMatchObject({
      reason: 'ambiguous',
      field: 'desk',
    })
    expect(readCells({ opmerking: '' }, merged).kind).toBe('request')
  })

  test('when a stray delimiter makes it longer than the headings', () => {
    const longer = { cells: ['01/12/2015', 'Wonen', 'en energie'] }
    expect(rejectionOf(readCells({}, longer))).toMatchObject({ reason: 'ambiguous', field: 'theme' })
    expect(readCells({}, { cells: ['01/12/2015', 'Wonen', '', ' '] }).kind).toBe('request')
  })

  test('without repeating a register number or a million characters', () => {
    const hidden = rejectionOf(readCells({ 'doorverwezen naar': 'zie 93.05.18-223.61' }))
    expect(hidden).toMatchObject({ value: 'zie ••.••.••-•••.••' })
    const long = rejectionOf(readCells({ thema: `93051822361 ${'x'.repeat(1_000_000)}` }))
    expect(long).toMatchObject({ reason: 'too_long', limit: 300 })
    expect(JSON.stringify(long).length).toBeLessThan(300)
    expect(JSON.stringify(long)).not.toContain('93051822361')
  })

  test('for its first fault, before anybody asks what its other values mean', () => {
    expect(rejectionOf(readCells({ datum: '', nationaliteit: 'Atlantis' }))).toMatchObject({
      reason: 'required',
    })
  })
})
