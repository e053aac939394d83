import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeOrdinals } from '../../src/domain/import/import-identity.ts'
import { readCells } from '../fixtures/import/oostdijk-rules.ts'

const identityOf = (cells: Readonly<Record<string, string>>, mapping: unknown = {}) => {
  const read = readCells(cells, { mapping })
  if (read.kind !== 'request') throw new Error(JSON.stringify(read))
  return read.identity
}

const sign = (times: number) => '\u001f'.repeat(times)

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

  test('is what it was before imports could read tips, who asked, language help, first visits and neighbourhoods', () => {
    const cells = { nr: '7', plaats: 'Stadhuis', nationaliteit: 'Syrië' }
    expect(identityOf(cells)).toEqual({
      key: 'number\u001fonthaal-oostdijk\u001f2015\u001fstadhuis\u001f7',
      numbered: true,
      content: `7\u001f2015 12 01${sign(2)}stadhuis${sign(6)}syrie${sign(2)}wonen${sign(7)}`,
    })
    expect(identityOf({})).toEqual({
      key: `row\u001fonthaal-oostdijk${sign(2)}2015 12 01${sign(10)}wonen${sign(7)}`,
      numbered: false,
      content: `${sign(1)}2015 12 01${sign(10)}wonen${sign(7)}`,
    })
    expect(identityOf({ tip: '', 'eerste keer': ' ' })).toEqual(identityOf({}))
  })

  test('is not a new one for what imports read since: such a row has changed, and is not counted again', () => {
    const row = identityOf({})
    for (const more of [
      { tip: 'Bel eerst' },
      { 'eerste keer': 'ja' },
      { tolk: 'kind' },
      { wijk: 'Rabot-Noord' },
    ]) {
      const { key, content } = identityOf(more)
      expect([key, content === row.content]).toEqual([row.key, false])
    }
    expect(identityOf({ tolk: 'familie' }).content).not.toBe(
      identityOf({ 'gevraagd door': 'familie' }).content,
    )
    expect(identityOf({ tip: 'BEL  eerst' })).toEqual(identityOf({ tip: 'bel eerst' }))
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
