import { describe, expect, test } from 'vitest'
import { recogniseColumns } from '../../src/domain/import/import-heading.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'

const fieldsOf = (headings: readonly string[]) =>
  Object.fromEntries(accepted(recogniseColumns(headings)).positions)

describe('the headings of a spreadsheet from Oostdijk', () => {
  test('are recognised in Dutch, whatever their case, accents and signs', () => {
    expect(
      fieldsOf([
        'NR',
        'Datum ',
        'thema*',
        'type client',
        'Statuut:',
        'wie deed het?',
        'Barrières',
        'duur (in min)',
      ]),
    ).toEqual({
      number: 0,
      received_on: 1,
      theme: 2,
      client_kind: 3,
      status: 4,
      who_did_it: 5,
      barriers: 6,
      minutes: 7,
    })
  })

  test('are recognised in French and English too', () => {
    expect(fieldsOf(['Date', 'Thème', 'Nationalité', 'Langue', 'Sous-thème', 'Durée'])).toEqual({
      received_on: 0,
      theme: 1,
      nationality: 2,
      contact_language: 3,
      sub_theme: 4,
      minutes: 5,
    })
    expect(fieldsOf(['theme', 'date', 'Who did it?', 'referred to', 'channel', 'origin', 'outcome'])).toEqual(
      {
        theme: 0,
        received_on: 1,
        who_did_it: 2,
        referred_to_text: 3,
        channel: 4,
        origin: 5,
        outcome: 6,
      },
    )
  })

  test.each([
    [
      'datum',
      'thema',
      'gevraagd door?',
      'Taalhulp',
      'wijk of deelgemeente',
      'Eerste keer hier?',
      'verwezen naar',
      'Tip voor collega’s',
      'In eigen woorden',
      'Mag geciteerd worden?',
    ],
    [
      'date',
      'thème',
      'demandé par',
      'interprète',
      'quartier',
      'première fois ?',
      'orienté vers',
      'conseil aux collègues',
      'avec ses propres mots',
      'peut être cité ?',
    ],
    [
      'date',
      'theme',
      'asked by',
      'language help',
      'neighbourhood',
      'first time?',
      'referred to',
      'tip for colleagues',
      'in their own words',
      'may it be quoted?',
    ],
  ])('are recognised for all that a request may hold: %s, %s …', (...headings) => {
    expect(Object.keys(fieldsOf(headings))).toEqual([
      ...['received_on', 'theme', 'asked_by', 'language_help', 'neighbourhood', 'first_visit'],
      ...['referred_to_text', 'tip', 'own_words', 'may_quote'],
    ])
  })

  test('are recognised by the short names of a home-made spreadsheet', () => {
    const cells = ['Datum', 'Hoofdthema', 'Naam medewerker', 'V/M/gezin', 'Nat.', 'Spreektaal']
    expect(Object.keys(fieldsOf(cells))).toEqual([
      'received_on',
      'theme',
      'guide',
      'client_kind',
      'nationality',
      'contact_language',
    ])
    expect(fieldsOf(['datum', 'soort hulpvraag'])).toEqual({ received_on: 0, theme: 1 })
  })

  test('that may mean something else are not read: where somebody comes from, grew up with, or what was noted', () => {
    const doubtful = ['Land van herkomst', 'Moedertaal', 'Taal cliënt', 'Opmerkingen']
    expect(accepted(recogniseColumns(['datum', 'thema', ...doubtful])).ignored).toEqual(doubtful)
  })

  test('that nothing knows are named and left alone', () => {
    const columns = accepted(recogniseColumns(['datum', 'opmerking', 'thema', '', 'rijksregisternummer']))
    expect(columns.ignored).toEqual(['opmerking', 'rijksregisternummer'])
  })

  test('that could hold the same field: the plainer one does', () => {
    const columns = accepted(recogniseColumns(['dag', 'datum', 'thema']))
    expect(columns.positions.get('received_on')).toBe(1)
    expect(columns.ignored).toEqual(['dag'])
  })

  test.each([
    ['date_column_missing', ['thema', 'nationaliteit']],
    ['theme_column_missing', ['datum', 'nationaliteit']],
    ['column_twice', ['datum', 'thema', 'Thema ']],
    ['date_column_missing', []],
  ])('are refused with %s', (code, headings) => {
    expect(recogniseColumns(headings)).toMatchObject({ refused: true, code })
  })
})
