import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ImportField } from '../../src/domain/import/import-field.ts'
import { recogniseColumns } from '../../src/domain/import/import-heading.ts'
import type { RequestField } from '../../src/domain/request/request-field.ts'
import { everyStaffLanguage, readCatalogues } from '../../src/text/translate.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'

// Whoever reads a field in the list, in the report and in a file must see that it is the same one.

const names = z.record(z.string(), z.string())

const imported: Partial<Record<ImportField, RequestField | 'guide'>> = {
  received_on: 'receivedOn',
  received_at: 'receivedTime',
  desk: 'deskId',
  guide: 'guide',
  channel: 'channel',
  origin: 'origin',
  client_kind: 'clientKind',
  status: 'status',
  nationality: 'nationality',
  contact_language: 'contactLanguage',
  theme: 'theme',
  sub_theme: 'subTheme',
  actions: 'actions',
  who_did_it: 'whoDidIt',
  outcome: 'outcome',
  barriers: 'barriers',
  referred_to_text: 'referredTo',
  minutes: 'minutes',
  asked_by: 'askedBy',
  language_help: 'languageHelp',
  neighbourhood: 'neighbourhood',
  first_visit: 'firstVisit',
  tip: 'tip',
  own_words: 'ownWords',
  may_quote: 'mayQuote',
}

/** What guides did is told to others: “Wat deed je?” would ask the reader. */
const reported: Record<string, RequestField> = {
  themes: 'theme',
  subThemes: 'subTheme',
  languages: 'contactLanguage',
  desks: 'deskId',
  clientKinds: 'clientKind',
  statuses: 'status',
  nationalities: 'nationality',
  origins: 'origin',
  whoDidIt: 'whoDidIt',
  outcomes: 'outcome',
  barriers: 'barriers',
}

describe.each(everyStaffLanguage)('in %s', (language) => {
  const catalogues = readCatalogues(language)
  const fields = names.parse(catalogues.app?.field)

  test('a field has one name: in the list, the import and the report', () => {
    const { field } = z.object({ field: names }).parse(catalogues.imports)
    for (const [column, name] of Object.entries(imported))
      expect([column, field[column]]).toEqual([column, fields[name]])
    const { heading } = z.object({ heading: names }).parse(catalogues.report)
    for (const [chart, name] of Object.entries(reported))
      expect([chart, heading[chart]]).toEqual([chart, fields[name]])
    expect(fields.desk).toBe(fields.deskId)
  })

  test('what left as a file is recognised when it comes back', () => {
    const entries = Object.entries(imported)
    const { positions } = accepted(recogniseColumns(entries.map(([, name]) => fields[name] ?? name)))
    expect(Object.fromEntries(positions)).toEqual(
      Object.fromEntries(entries.map(([column], position) => [column, position])),
    )
  })
})

test.each([
  [
    'channel',
    ['Kanaal', 'Contact via', 'Langs waar?', 'Langs welke weg?', 'Canal', 'Par quel moyen ?', 'Channel'],
  ],
  ['sub_theme', ['Subthema', 'Sub-thema', 'Deelthema', 'Sous-thème', 'Sub-theme']],
  ['desk', ['Plaats', 'Loket', 'Lieu', 'Guichet', 'Place', 'Desk']],
  ['received_on', ['Dag', 'Datum', 'Jour', 'Date', 'Day']],
] as const)('an older spreadsheet may call %s otherwise', (field, headings) => {
  for (const heading of headings) {
    const others = field === 'received_on' ? ['Thema'] : ['Datum', 'Thema']
    const { positions } = accepted(recogniseColumns([heading, ...others]))
    expect([heading, positions.get(field)]).toEqual([heading, 0])
  }
})
