import { describe, expect, test } from 'vitest'
import { reportComparison } from '../../src/documents/report-comparison.ts'
import { localDate } from '../../src/domain/local-date.ts'
import type { HalfYearReport } from '../../src/domain/report/half-year-report.ts'
import { oostdijkReport, wordsIn } from './oostdijk-report.ts'

const now = oostdijkReport()
const earlier = (changes: Partial<HalfYearReport>): HalfYearReport => ({
  ...now,
  period: { from: localDate.parse('2023-06-01'), to: localDate.parse('2023-11-30') },
  ...changes,
})
const compare = (before: HalfYearReport, language: 'nl' | 'fr' | 'en' = 'nl') =>
  reportComparison('previous', now, before, wordsIn(language))

describe('Oostdijk beside its half-year before', () => {
  test('has more only from ten requests and ten percent on', () => {
    const [more] = compare(earlier({ total: 1000 })).sentences
    expect(more).toBe('1.235 hulpvragen, meer dan de 1.000 van 1 juni 2023 tot en met 30 november 2023.')
    const [about] = compare(earlier({ total: 1200 })).sentences
    expect(about).toBe(
      '1.235 hulpvragen, ongeveer evenveel als de 1.200 van 1 juni 2023 tot en met 30 november 2023.',
    )
    expect(compare(earlier({ total: 2000 }), 'en').sentences[0]).toMatch(
      /^1,235 help requests, fewer than the 2,000 /,
    )
  })

  test('says with every number what it was, and what may be said of it', () => {
    const { headings, rows, textColumns } = compare(earlier({ total: 1000, themes: [] })).table
    expect([headings, textColumns]).toEqual([['Wat', 'Antwoord', 'Nu', 'Toen', 'Verschil'], 2])
    expect(rows[0]).toEqual(['Alle hulpvragen', '', '1.235', '1.000', 'meer'])
    const themes = rows.filter(([what]) => what === 'Thema')
    expect(themes.length).toBe(now.themes.length)
    expect(themes.every(([, , , then]) => then === '0')).toBe(true)
  })

  test('compares with nothing where nothing was noted, and says so', () => {
    const { sentences, table } = compare(earlier({ total: 0 }), 'fr')
    expect(sentences).toEqual([
      'Du 1er juin 2023 au 30 novembre 2023, aucune demande d’aide n’a été notée. On ne peut donc pas comparer.',
    ])
    expect(table.rows).toEqual([])
  })
})
