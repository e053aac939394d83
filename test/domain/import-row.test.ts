import { describe, expect, test } from 'vitest'
import type { ReadRow } from '../../src/domain/import/import-row.ts'
import { readCells } from '../fixtures/import/oostdijk-rules.ts'

const requestOf = (read: ReadRow) => {
  if (read.kind !== 'request') throw new Error(JSON.stringify(read))
  return read.request
}
const rejectionOf = (read: ReadRow) => (read.kind === 'rejected' ? read.rejection : read)

describe('a row from Oostdijk', () => {
  test('becomes a help request with the codes of the city', () => {
    const request = requestOf(
      readCells({
        datum: '1/12/15',
        uur: '9u10',
        plaats: 'Stadhuis',
        toeleider: 'zara',
        'type cliënt': 'gezin',
        statuut: 'Oudkomer',
        nationaliteit: 'Oekraine',
        contacttaal: 'Russisch',
        thema: 'Energie, water en telecom',
        acties: 'warm doorverwezen (toegeleid) | getelefoneerd | Getelefoneerd',
        'wie deed het': 'samen',
        resultaat: 'beantwoord',
        barrières: 'taal|kosten',
        'doorverwezen naar': 'Sociaal Huis',
        'duur (min)': '15 min',
        kanaal: 'telefoon',
        'herkomst van de vraag': 'kwam zelf',
      }),
    )
    expect(request).toEqual({
      receivedOn: '2015-12-01',
      receivedAt: new Date('2015-12-01T08:10:00Z'),
      timeKnown: true,
      desk: 'Stadhuis',
      guide: 'zara',
      clientKind: 'family',
      status: 'long_settled',
      nationality: 'UA',
      contactLanguage: 'rus',
      theme: 'energy',
      subTheme: null,
      actions: ['warm_handover', 'phone'],
      whoDidIt: 'done_together',
      outcome: 'answered',
      barriers: ['language', 'cost'],
      referredToText: 'Sociaal Huis',
      minutes: 15,
      channel: 'phone',
      origin: 'came_self',
      sensitive: null,
    })
  })

  test('without the optional columns, or with empty cells, says that nobody asked', () => {
    for (const cells of [{}, { nationaliteit: '', statuut: ' ', acties: '', 'duur (min)': '', uur: '' }]) {
      expect(requestOf(readCells(cells))).toMatchObject({
        receivedAt: new Date('2015-12-01T11:00:00Z'),
        timeKnown: false,
        desk: 'Onthaalbureau',
        guide: 'Onthaal Oostdijk',
        status: 'not_asked',
        nationality: 'not_asked',
        whoDidIt: 'not_asked',
        actions: [],
        minutes: null,
        referredToText: null,
      })
    }
  })

  test('may end before its last columns, as spreadsheets write it', () => {
    expect(requestOf(readCells({ resultaat: '' }, { cells: ['01/12/2015', 'Wonen'] })).outcome).toBe(
      'not_asked',
    )
  })

  test('shows no sensitive code: that goes apart, with its theme left behind', () => {
    expect(requestOf(readCells({ statuut: 'zonder wettig verblijf' }))).toMatchObject({
      status: 'not_asked',
      sensitive: { status: 'no_legal_stay', subTheme: null },
    })
    const hidden = {
      theme: 'health',
      subTheme: null,
      sensitive: { status: null, subTheme: 'health.urgent_medical_aid' },
    }
    expect(requestOf(readCells({ thema: 'dringende medische hulp (DMH)' }))).toMatchObject(hidden)
    expect(
      requestOf(readCells({ thema: 'Gezondheid', subthema: 'dringende medische hulp (DMH)' })),
    ).toMatchObject(hidden)
  })

  test('takes the theme from its sub-theme', () => {
    const expected = { theme: 'energy', subTheme: 'energy.budget_meter' }
    expect(requestOf(readCells({ thema: 'budgetmeter' }))).toMatchObject(expected)
    expect(
      requestOf(readCells({ thema: 'Energie, water en telecom', subthema: 'budgetmeter' })),
    ).toMatchObject(expected)
  })

  test('with a NUL or a text that begins with = is a row like any other', () => {
    const request = requestOf(readCells({ thema: 'Wo\0nen', 'doorverwezen naar': '=HYPERLINK("x")\0' }))
    expect(request).toMatchObject({ theme: 'housing', referredToText: '=HYPERLINK("x")' })
  })

  test('with a million characters in a column that is not read is a row like any other', () => {
    expect(readCells({ opmerking: 'x'.repeat(1_000_000) }).kind).toBe('request')
  })
})

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
    ['too_long', 'referred_to_text', { 'doorverwezen naar': 'é'.repeat(301) }],
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

describe('a row from Oostdijk waits for somebody', () => {
  test('to say what its values mean', () => {
    const cells = { nationaliteit: 'Atlantis', acties: 'gebabbeld | geluisterd', 'duur (min)': '2000' }
    expect(readCells(cells)).toEqual({
      kind: 'unknown',
      values: [
        { field: 'nationality', value: 'Atlantis' },
        { field: 'actions', value: 'gebabbeld' },
        { field: 'minutes', value: '2000' },
      ],
    })
  })

  test('and is imported with what they said; null is unknown', () => {
    const mapping = {
      nationality: { Atlantis: null },
      theme: { Huis: 'housing.social_rent' },
      actions: { gebabbeld: 'listen', gezwaaid: null },
      outcome: { '???!': null },
      minutes: { kwartier: 15, lang: null },
    }
    const cells = {
      nationaliteit: 'atlantis',
      thema: 'huis',
      acties: 'gebabbeld|gezwaaid',
      resultaat: '???!',
    }
    expect(requestOf(readCells({ ...cells, 'duur (min)': 'Kwartier' }, { mapping }))).toMatchObject({
      nationality: 'unknown',
      theme: 'housing',
      subTheme: 'housing.social_rent',
      actions: ['listen'],
      outcome: 'unknown',
      minutes: 15,
    })
    expect(requestOf(readCells({ 'duur (min)': 'lang' }, { mapping })).minutes).toBeNull()
    expect(requestOf(readCells({ thema: '-?-' }, { mapping: { theme: { '-?-': null } } }))).toMatchObject({
      theme: 'unknown',
      subTheme: null,
    })
  })
})
