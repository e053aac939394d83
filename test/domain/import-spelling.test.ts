import { describe, expect, test } from 'vitest'
import { type CodedField, codedField } from '../../src/domain/import/import-field.ts'
import { suggestCodes } from '../../src/domain/import/import-suggestion.ts'
import { normalise } from '../../src/domain/import/import-text.ts'
import { codeSpellings } from '../../src/domain/import/spelling-code.ts'
import { yesNoSpellings } from '../../src/domain/import/spelling-yes-no.ts'
import { codes, makeBook, readCells } from '../fixtures/import/oostdijk-rules.ts'

const book = makeBook()
const find = (field: CodedField, value: string) => book.find(field, value)?.codes

describe('a word of every day in a spreadsheet from Oostdijk', () => {
  const everyday: Partial<Record<CodedField, Readonly<Record<string, string>>>> = {
    theme: {
      ...{
        huisvesting: 'housing',
        logement: 'housing',
        school: 'education',
        énergie: 'energy',
        administratie: 'paperwork',
      },
      ...{
        verblijfskaart: 'residence.residence_card',
        dokter: 'health.gp',
        kinderopvang: 'family.childcare',
      },
      ...{
        mutualité: 'health.health_insurance',
        schulden: 'money.debts',
        'openbaar vervoer': 'mobility.public_transport',
      },
      ...{
        'Nederlandse les': 'dutch.dutch_course',
        VDAB: 'work.job_search',
        DMH: 'health.urgent_medical_aid',
      },
    },
    client_kind: {
      moeder: 'woman',
      mme: 'woman',
      papa: 'man',
      monsieur: 'man',
      echtpaar: 'family',
      klas: 'group',
    },
    asked_by: {
      buurvrouw: 'acquaintance',
      dochter: 'family',
      fille: 'family',
      leerkracht: 'professional',
      klant: 'self',
    },
    language_help: {
      geen: 'none',
      non: 'none',
      telefoontolk: 'interpreter_phone',
      kind: 'child',
      amie: 'family',
    },
    status: {
      'EU-burger': 'other',
      asielzoeker: 'other',
      'inburgering afgerond': 'former_programme',
      étudiant: 'other',
    },
    who_did_it: {
      ensemble: 'done_together',
      'samen met klant': 'done_together',
      ik: 'done_for',
      'samen gebeld': 'done_together',
      cliënt: 'done_self',
    },
    actions: {
      gebeld: 'phone',
      'samen gebeld': 'phone',
      info: 'inform',
      doorverwijzing: 'refer',
      rdv: 'appointment',
      vertaald: 'language_help',
    },
    outcome: {
      opgelost: 'answered',
      'in orde': 'answered',
      réglé: 'answered',
      hiaat: 'no_offer',
      afgewerkt: 'answered',
      bezig: 'open',
    },
    barriers: {
      taalbarrière: 'language',
      'te duur': 'cost',
      wachttijd: 'waiting_list',
      peur: 'trust',
      computer: 'digital',
    },
    channel: {
      balie: 'desk',
      gsm: 'phone',
      whatsapp: 'message',
      'mail(s)': 'message',
      'aan huis': 'home_visit',
      'op straat': 'outreach',
    },
    nationality: { 'Ned.': 'NL' },
    contact_language: { 'Arab.': 'ara', 'Ned.': 'nld' },
    origin: {
      spontaan: 'came_self',
      'via OCMW': 'sent_service',
      leerkracht: 'sent_bridge_figure',
      terug: 'returning',
    },
  }
  test.each(Object.entries(everyday))('is certain in the words of every day: %s', (field, words) => {
    for (const [word, code] of Object.entries(words))
      expect([word, find(codedField.parse(field), word)]).toEqual([word, [code]])
  })

  test.each([
    ['status', 'erkend vluchteling', ['newcomer', 'in_programme', 'other']],
    ['status', 'subsidiaire bescherming', ['newcomer', 'in_programme', 'other']],
    ['status', 'asiel', ['other', 'newcomer']],
    ['nationality', 'Congolees', ['CD', 'CG']],
    ['contact_language', 'Berbers', ['rif', 'tzm', 'shi']],
    ['language_help', 'tolk', ['interpreter_on_site', 'interpreter_phone', 'interpreter_video']],
    ['who_did_it', 'zelf', ['done_self', 'done_self_supported']],
  ] as const)('is asked about where it may mean several things: %s %s', (field, word, likely) => {
    expect(find(field, word)).toEqual([])
    expect(suggestCodes(word, book.entriesOf(field)).slice(0, likely.length).toSorted()).toEqual(
      likely.toSorted(),
    )
  })

  test('is read where the city gives a doubtful word to a code of its own', () => {
    const refugee = {
      list: 'status',
      code: 'refugee',
      parent: null,
      synonyms: ['erkend vluchteling'],
    } as const
    const labels = { nl: 'vluchteling met statuut', fr: 'réfugié', en: 'refugee' }
    const [status] = codes.filter(({ list }) => list === 'status')
    if (!status) throw new Error('the default lists have no status')
    const own = makeBook({}, [...codes, { ...status, ...refugee, labels }])
    expect(own.find('status', 'erkend vluchteling')?.codes).toEqual(['refugee'])
  })

  test('is never claimed by two codes of one of our own lists of spellings', () => {
    const claims = Object.entries({ ...codeSpellings, ...yesNoSpellings }).flatMap(([list, spellings]) =>
      Object.entries(spellings).flatMap(([code, line]) =>
        line.split('|').map((word) => ({ code, word: `${list}: ${normalise(word)}` })),
      ),
    )
    const twice = [...Map.groupBy(claims, ({ word }) => word)].filter(
      ([, all]) => new Set(all.map(({ code }) => code)).size > 1,
    )
    expect(twice.map(([word]) => word)).toEqual([])
    const known = new Set(codes.map(({ list, code }) => `${list}: ${code}`))
    const stray = Object.entries(codeSpellings).flatMap(([list, spellings]) =>
      Object.keys(spellings).map((code) => `${list}: ${code}`),
    )
    expect(stray.filter((code) => !known.has(code))).toEqual([])
  })

  test.each(['-', '--', '/', 'geen', 'nihil', 'aucune', 'n.v.t.'])('says that there was none: %s', (none) => {
    const request = { kind: 'request', request: { actions: [], barriers: ['cost'] } }
    expect(readCells({ acties: none, barrières: `kosten | ${none}` })).toMatchObject(request)
  })

  test('may be a mere stroke: a question that was not asked, or one to decide about', () => {
    const request = {
      nationality: 'not_asked',
      status: 'not_asked',
      languageHelp: 'not_asked',
      firstVisit: null,
    }
    const strokes = { nationaliteit: '-', statuut: '--', taalhulp: '-', 'eerste keer': '-' }
    expect(readCells(strokes)).toMatchObject({ kind: 'request', request })
    expect(readCells({ thema: '-' })).toMatchObject({
      kind: 'unknown',
      values: [{ field: 'theme', value: '-' }],
    })
    const decided = readCells({ thema: '-' }, { mapping: { theme: { '-': 'other' } } })
    expect(decided).toMatchObject({ kind: 'request', request: { theme: 'other' } })
    expect(readCells({ thema: '–' }, { mapping: { theme: { '-': 'other' } } }).kind).toBe('unknown')
  })
})
