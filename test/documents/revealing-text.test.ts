import { describe, expect, test } from 'vitest'
import { textsFor } from '../../src/documents/chapter/revealing-text.ts'
import type { StaffLanguage } from '../../src/domain/language.ts'
import type { SnapshotContent } from '../../src/domain/report/snapshot.ts'
import { oostdijkCodes, oostdijkReport } from './oostdijk-report.ts'
import { oostdijkForEverybody } from './report-source.ts'

const frozen = (body: string, language: StaffLanguage = 'nl', passage: 'reach' | 'ask' = 'reach') =>
  ({
    ...{ report: oostdijkReport(), codes: oostdijkCodes, openingDays: [], events: [] },
    texts: [{ language, passage, body }],
    afterThemes: [{ code: 'work', requests: 41, percent: 60 }],
  }) satisfies SnapshotContent
const withheldIn = (body: string, language: StaffLanguage = 'nl') =>
  textsFor('everybody', frozen(body, language), oostdijkForEverybody()).withheld.map(
    ({ sentence }) => sentence,
  )

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

  test('and what is asked of the college never is in it', () => {
    const shown = oostdijkForEverybody()
    expect(textsFor('everybody', frozen('Geef ons geld.', 'nl', 'ask'), shown)).toEqual({
      texts: [],
      withheld: [],
    })
    expect(textsFor('coordinator', frozen('Geef ons geld.', 'nl', 'ask'), shown).texts).toHaveLength(1)
  })
})
