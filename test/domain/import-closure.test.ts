import { describe, expect, test } from 'vitest'
import { readClosure, recogniseClosureColumns } from '../../src/domain/import/import-closure.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'

const read = (cells: readonly string[], headings = ['datum', 'reden', 'plaats']) =>
  readClosure(accepted(recogniseClosureColumns(headings)), { row: 5, cells }, (name) => name === 'Stadhuis')

describe('a closed day of Oostdijk', () => {
  test('closes one desk, or all when it names none', () => {
    expect(read(['24/12/2015', 'eindejaar', 'Stadhuis'])).toEqual({
      closedOn: '2015-12-24',
      reason: 'eindejaar',
      desk: 'Stadhuis',
    })
    expect(read(['24/12/2015', 'eindejaar'], ['Date', 'Motif'])).toMatchObject({ desk: '' })
  })

  test('may lie in the future', () => {
    expect(read(['24/12/2099', 'eindejaar'])).toMatchObject({ closedOn: '2099-12-24' })
  })

  test.each([
    ['date_invalid', 'date', ['31/02/2016', 'brugdag']],
    ['required', 'date', ['', 'brugdag']],
    ['required', 'reason', ['24/12/2015', ' ']],
    ['too_long', 'reason', ['24/12/2015', 'x'.repeat(201)]],
    ['register_number', 'reason', ['24/12/2015', 'verlof 93051822361']],
    ['desk_unknown', 'desk', ['24/12/2015', 'brugdag', 'Zeedijk']],
  ])('is rejected with %s in %s', (reason, field, cells) => {
    expect(read(cells)).toMatchObject({ row: 5, reason, field })
    expect(JSON.stringify(read(cells))).not.toContain('93051822361')
  })

  test('is rejected for a formula', () => {
    const columns = accepted(recogniseClosureColumns(['reden', 'datum']))
    const row = { row: 5, cells: ['brugdag', '24/12/2015'], formulas: [1] }
    expect(readClosure(columns, row, () => true)).toMatchObject({ field: 'date', reason: 'formula' })
  })

  test('needs the columns date and reason', () => {
    expect(recogniseClosureColumns(['reden'])).toMatchObject({ code: 'date_column_missing' })
    expect(recogniseClosureColumns(['datum'])).toMatchObject({ code: 'reason_column_missing' })
  })
})
