import { describe, expect, test } from 'vitest'
import type { ReadRow } from '../../src/domain/import/import-row.ts'
import { readCells } from '../fixtures/import/oostdijk-rules.ts'

const requestOf = (read: ReadRow) => {
  if (read.kind !== 'request') throw new Error(JSON.stringify(read))
  return read.request
}

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
        'gevraagd door': 'dochter',
        taalhulp: 'telefoontolk',
        wijk: 'Rabot-Noord ',
        'eerste keer?': 'neen',
        'tip voor collega’s': 'Bel eerst: om 9 uur neemt er iemand op',
        'in eigen woorden': 'Nu durf ik alleen te gaan.',
        'mag geciteerd worden?': 'akkoord',
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
      askedBy: 'family',
      languageHelp: 'interpreter_phone',
      neighbourhood: 'Rabot-Noord',
      firstVisit: false,
      tip: 'Bel eerst: om 9 uur neemt er iemand op',
      ownWords: 'Nu durf ik alleen te gaan.',
      mayQuote: true,
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
        askedBy: 'not_asked',
        languageHelp: 'not_asked',
        neighbourhood: null,
        firstVisit: null,
        tip: null,
        ownWords: null,
        mayQuote: null,
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

  test.each([
    [true, ['ja', 'J', 'Oui', 'yes', 'eerste keer', '1e keer', 'TRUE', 'x', 'nieuw', 'première fois']],
    [false, ['nee', 'Neen', 'non', 'no', 'opnieuw', 'kwam terug', 'FALSE', 'niet de eerste keer']],
    [null, ['', 'weet niet', 'niet gevraagd', '-', 'wil niet zeggen', 'inconnu']],
  ])('says whether somebody was here for the first time: %s', (firstVisit, words) => {
    for (const word of words)
      expect([word, requestOf(readCells({ 'eerste keer': word })).firstVisit]).toEqual([word, firstVisit])
  })

  test.each([
    [true, ['ja', 'oui', 'mag wel', 'Akkoord', 'with permission', '✓']],
    [false, ['nee', 'mag niet', 'zonder toestemming', 'non autorisé']],
    [null, ['', '-', 'niet gevraagd']],
  ])('says whether the words may be quoted: %s', (mayQuote, words) => {
    const said = { citaat: 'Hier luistert iemand.' }
    for (const word of words)
      expect([word, requestOf(readCells({ ...said, citeren: word })).mayQuote]).toEqual([word, mayQuote])
    expect(requestOf(readCells({ citaat: '', citeren: 'ja' }))).toMatchObject({
      ownWords: null,
      mayQuote: null,
    })
  })

  test('says how long it took as people and spreadsheets write it', () => {
    const minutes = (text: string) => requestOf(readCells({ 'duur (min)': text })).minutes
    const said = {
      '1u': 60,
      '1u30': 90,
      '1 h 30': 90,
      '1,5 uur': 90,
      '1,25 u': 75,
      '00:20': 20,
      '0:05:00': 5,
      "30'": 30,
    }
    for (const [text, count] of Object.entries({
      ...said,
      'half uur': 30,
      'een kwartier': 15,
      '90 min.': 90,
    }))
      expect([text, minutes(text)]).toEqual([text, count])
  })

  test.each(['1.30 u', '1,30 u', '1,20 uur', '15:00', '14:30', '0:75', '1,5 u 10'])(
    'asks what %s means for how long it took',
    (text) => {
      expect(readCells({ 'duur (min)': text })).toMatchObject({
        kind: 'unknown',
        values: [{ field: 'minutes', value: text }],
      })
    },
  )

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
    const more = {
      'gevraagd door': 'de postbode',
      tolk: 'gebaren',
      'eerste keer': 'zelden',
      'duur (min)': '1.30 u',
    }
    expect(readCells(more)).toMatchObject({
      kind: 'unknown',
      values: [
        { field: 'asked_by', value: 'de postbode' },
        { field: 'language_help', value: 'gebaren' },
        { field: 'first_visit', value: 'zelden' },
        { field: 'minutes', value: '1.30 u' },
      ],
    })
  })

  test('and is imported with what they said; null is unknown', () => {
    const mapping = {
      nationality: { Atlantis: null },
      theme: { Huis: 'housing.social_rent' },
      actions: { gebabbeld: 'listen', gezwaaid: null },
      outcome: { '???!': null },
      minutes: { poosje: 15, lang: null, '1.30 u': 90 },
      first_visit: { zelden: 'no', soms: null },
      asked_by: { 'de postbode': 'acquaintance' },
    }
    const cells = {
      nationaliteit: 'atlantis',
      thema: 'huis',
      acties: 'gebabbeld|gezwaaid',
      resultaat: '???!',
    }
    expect(requestOf(readCells({ ...cells, 'duur (min)': 'Poosje' }, { mapping }))).toMatchObject({
      nationality: 'unknown',
      theme: 'housing',
      subTheme: 'housing.social_rent',
      actions: ['listen'],
      outcome: 'unknown',
      minutes: 15,
    })
    expect(requestOf(readCells({ 'duur (min)': 'lang' }, { mapping })).minutes).toBeNull()
    const more = { 'eerste keer': 'zelden', 'gevraagd door': 'de postbode', 'duur (min)': '1.30 u' }
    expect(requestOf(readCells(more, { mapping }))).toMatchObject({
      ...{ firstVisit: false, askedBy: 'acquaintance', minutes: 90 },
    })
    expect(requestOf(readCells({ 'eerste keer': 'soms' }, { mapping })).firstVisit).toBeNull()
    expect(requestOf(readCells({ thema: '-?-' }, { mapping: { theme: { '-?-': null } } }))).toMatchObject({
      theme: 'unknown',
      subTheme: null,
    })
  })
})
