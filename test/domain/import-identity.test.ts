import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeOrdinals } from '../../src/domain/import/import-identity.ts'
import { readCells } from '../fixtures/import/oostdijk-rules.ts'

const identityOf = (cells: Readonly<Record<string, string>>, mapping: unknown = {}) => {
  const read = readCells(cells, { mapping })
  if (read.kind !== 'request') throw new Error(JSON.stringify(read))
  return read.identity
}

describe('what makes a row from Oostdijk the same row', () => {
  test('is its number, with its desk and its year', () => {
    const row = identityOf({ nr: '7', plaats: 'Stadhuis' })
    expect(identityOf({ nr: '007', plaats: 'STADHUIS', thema: 'Werk' }).key).toBe(row.key)
    expect(identityOf({ nr: '7', plaats: 'Onthaalbureau' }).key).not.toBe(row.key)
    expect(identityOf({ nr: '7', plaats: 'Stadhuis', datum: '01/12/2016' }).key).not.toBe(row.key)
    expect(identityOf({ nr: '8', plaats: 'Stadhuis' }).key).not.toBe(row.key)
  })

  test('is what it says when it has no number, then counted among its equals', () => {
    const ordinal = makeOrdinals()
    const keys = ['Wonen', 'wonen ', 'Werk', 'WONEN'].map((thema) => ordinal(identityOf({ nr: '', thema })))
    expect(new Set(keys).size).toBe(4)
    const again = makeOrdinals()
    expect(['Wonen', 'Wonen'].map((thema) => again(identityOf({ thema })))).toEqual(keys.slice(0, 2))
  })

  test('does not change with the way a day, a time or a number of minutes is written', () => {
    const row = identityOf({ datum: '01/12/2015', uur: '9:05', 'duur (min)': '15' })
    expect(identityOf({ datum: '2015-12-01', uur: '09u05', 'duur (min)': '15 min' })).toEqual(row)
    expect(identityOf({ datum: '2015-12-01', uur: '09u06', 'duur (min)': '15' })).not.toEqual(row)
  })

  test('does not change with the order of the columns, or with columns that are not read', () => {
    const cells = {
      nationaliteit: 'Marokko',
      statuut: 'oudkomer',
      resultaat: 'beantwoord',
      plaats: 'Stadhuis',
    }
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.entries(cells), { minLength: 4 }),
        fc.string(),
        (order, remark) => {
          expect(identityOf({ ...Object.fromEntries(order), opmerking: remark })).toEqual(identityOf(cells))
        },
      ),
    )
  })

  test('does not change with what somebody decided about its values', () => {
    expect(identityOf({ nationaliteit: 'Atlantis' }, { nationality: { Atlantis: null } })).toEqual(
      identityOf({ nationaliteit: 'Atlantis' }, { nationality: { Atlantis: 'MA' } }),
    )
  })

  test('tells nothing of a sensitive code', () => {
    const row = identityOf({ nr: '7', statuut: '' })
    expect(identityOf({ nr: '7', statuut: 'zonder wettig verblijf' })).toEqual(row)
    expect(identityOf({ nr: '7', statuut: 'oudkomer' })).not.toEqual(row)
    expect(
      identityOf({ nr: '7', thema: 'Gezondheid', subthema: 'dringende medische hulp (DMH)' }).content,
    ).not.toContain('medisch')
    expect(identityOf({ nr: '7', thema: 'dringende medische hulp (DMH)' }).content).not.toContain('medisch')
  })
})
