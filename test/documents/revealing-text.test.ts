import { describe, expect, test } from 'vitest'
import { addWords, textsSaying } from '../../src/documents/chapter/revealing-text.ts'
import { projectId } from '../../src/domain/id.ts'
import type { StaffLanguage } from '../../src/domain/language.ts'
import { localDate } from '../../src/domain/local-date.ts'
import type { SnapshotContent } from '../../src/domain/report/snapshot.ts'
import { oostdijkCodes, oostdijkReport } from './oostdijk-report.ts'
import { oostdijkForEverybody } from './report-source.ts'

const frozen = (body: string, language: StaffLanguage = 'nl', passage: 'reach' | 'ask' = 'reach') =>
  ({
    ...{ report: oostdijkReport(), codes: oostdijkCodes, openingDays: [], events: [] },
    texts: [{ language, passage, body }],
    afterThemes: [{ code: 'work', requests: 41, percent: 60 }],
  }) satisfies SnapshotContent
const shown = {
  report: oostdijkForEverybody(),
  codes: oostdijkCodes,
  openingDays: [],
  events: [],
  keptMonths: [],
}
const withheldIn = (body: string, language: StaffLanguage = 'nl') =>
  addWords('everybody', frozen(body, language), shown).withheld.map(({ sentence }) => sentence)

describe('a text about Oostdijk stays out of what everybody reads', () => {
  // Hidden there: 3 groups, 51 not asked, 2 without an offer, and the one request of May.
  test.each([
    ['nl', 'Wij zagen ook 3 groepen.'],
    ['nl', 'Drie keer kwam er een groep.'],
    ['nl', 'Voor twee vragen is geen aanbod gevonden.'],
    ['nl', 'Zonder antwoord: niet gevraagd (51, 4 %).'],
    ['fr', 'Trois fois un groupe est venu.'],
    ['en', 'In May 2024 there was 1 request.'],
    ['nl', 'Bij oudkomers ging 41 keer over werk.'],
  ] as const)('in %s: %s', (language, sentence) => {
    expect(withheldIn(`Een zin vooraf. ${sentence}`, language)).toEqual([sentence])
  })

  test.each([
    ['nl', 'Vrouwen stelden 701 vragen, mannen 480.'],
    ['nl', 'Groepen bereiken we nog te weinig. Het loket was 3 dagen dicht.'],
    ['nl', 'In de groep van de 1.235 hulpvragen zitten veel gezinnen.'],
    ['nl', 'Een groep vroeg om 3,5 uur.'],
  ] as const)('but not in %s: %s', (language, body) => {
    expect(withheldIn(body, language)).toEqual([])
  })

  test('when it says an event that is left out there, or is worded otherwise', () => {
    const days = { from: localDate.parse('2024-02-05'), to: localDate.parse('2024-02-16') }
    const source = {
      ...frozen('In februari was er geen loket op dinsdag. Oorzaak: **Collega** ziek.'),
      events: [{ ...days, title: 'Collega ziek' }],
    }
    const withheldBeside = (events: typeof source.events) =>
      addWords('everybody', source, { ...shown, events }).withheld
    expect(withheldBeside(source.events)).toEqual([])
    for (const events of [[], [{ ...days, title: 'Minder loketten' }]])
      expect(withheldBeside(events)).toMatchObject([{ passage: 'reach', sentence: 'Oorzaak: Collega ziek.' }])
  })

  test.each([
    ['Nadia ziek. Bram vervangt', 'In februari: Nadia ziek. Bram vervangt haar.'],
    ['Loket *dicht*: griep', 'Het **loket** was: Loket dicht, griep.'],
    ['IT', 'Door IT was er geen loket.'],
    ['Ziekte', 'Er was ziekteverlof.'],
    ['Feest  van Nadia', '- Het feest\n- Feest van\n- Nadia'],
  ])('however the title is typed there: %s', (title, body) => {
    const days = { from: localDate.parse('2024-02-05'), to: localDate.parse('2024-02-16') }
    const source = { ...frozen(body), events: [{ ...days, title }] }
    expect(textsSaying(title, source.texts)).toEqual(source.texts)
    expect(addWords('everybody', source, shown).content.texts).toBeUndefined()
  })

  test.each([
    ['!!!', 'Alles goed!'],
    ['A', 'Il y a une file.'],
    ['IT', 'Zitdagen in drie wijken.'],
  ])('but a title that is no word of it hides nothing: %s', (title, body) => {
    const days = { from: localDate.parse('2024-02-05'), to: localDate.parse('2024-02-16') }
    const source = { ...frozen(body), events: [{ ...days, title }] }
    expect(addWords('everybody', source, shown).withheld).toEqual([])
  })

  test('and what is asked of the college never is in it', () => {
    const asked = frozen('Geef ons geld.', 'nl', 'ask')
    // Without a key more than there was before projects and texts: the bytes under the checksum stay what they were.
    expect(addWords('everybody', asked, shown)).toStrictEqual({ content: shown, withheld: [] })
    expect(addWords('council', asked, shown).content.texts).toEqual(asked.texts)
  })
})

describe('the project of a report of Oostdijk', () => {
  const goal = { goal: 'Gezinnen bereiken', indicator: 'hulpvragen', target: '1.000' }
  const project = {
    id: projectId.parse('019a0000-0000-7000-8000-000000000001'),
    ...{ name: 'Brugfiguren', from: localDate.parse('2023-12-01'), to: localDate.parse('2025-11-30') },
    ...{ funders: ['Vlaamse overheid'], partners: [{ name: 'Huis van het Kind', role: '' }] },
    reportingMoments: [localDate.parse('2024-05-31'), localDate.parse('2025-11-30')],
    partial: { number: 1, of: 2 },
  }
  const tell = (reached: string, comment: string) =>
    addWords(
      'council',
      { ...frozen('Goed.'), project: { ...project, goals: [{ ...goal, reached, comment }] } },
      shown,
    )

  test('is read by its readers too, but for an answer that tells a hidden number', () => {
    const { content, withheld } = tell('1.235 hulpvragen', 'We zagen 3 groepen.')
    expect(content.project).toEqual({
      ...project,
      goals: [{ ...goal, reached: '1.235 hulpvragen', comment: '' }],
    })
    expect(withheld).toEqual([{ language: 'nl', passage: 'mission', sentence: 'We zagen 3 groepen.' }])
  })

  test('is searched in every language, as nothing says in which it is written', () => {
    expect(tell('We saw a group, three times.', '').withheld).toMatchObject([{ passage: 'mission' }])
    expect(tell('', '').withheld).toEqual([])
  })
})
