import { defaultCodeLists } from '../../src/domain/code-list/code-list-default.ts'
import type { StaffLanguage } from '../../src/domain/language.ts'
import { daysFromTo, localDate, monthOf, weekdayOf } from '../../src/domain/local-date.ts'
import type { HalfYearReport, ReportCounts } from '../../src/domain/report/half-year-report.ts'
import type { Population } from '../../src/domain/report/population.ts'
import { composeReport } from '../../src/domain/report/report-figures.ts'
import { languageName } from '../../src/text/format.ts'
import { labelReader } from '../../src/text/label.ts'

export const oostdijkCodes = defaultCodeLists((tag, language) => languageName(language, tag))

/** The words in which Oostdijk reads its report. */
export const wordsIn = (language: StaffLanguage) => ({
  language,
  label: labelReader(oostdijkCodes, language),
})

export const firstHalf = { from: localDate.parse('2023-12-01'), to: localDate.parse('2024-05-31') }

/** Whoever named this desk tried what a name can do to a document. */
export const boldDesk = '#panic("loket") <b>Noord</b> & $x$ *Zuid* "de Brug"'

const month = (text: string) => monthOf(localDate.parse(`${text}-01`))

export const oostdijkCounts: ReportCounts = {
  months: [
    { month: month('2023-12'), requests: 412 },
    { month: month('2024-01'), requests: 388 },
    { month: month('2024-02'), requests: 203 },
    { month: month('2024-04'), requests: 231 },
    { month: month('2024-05'), requests: 1 },
  ],
  clientKinds: [
    { code: 'woman', requests: 701 },
    { code: 'man', requests: 480 },
    { code: 'group', requests: 3 },
    { code: 'not_asked', requests: 51 },
  ],
  statuses: [
    { code: 'newcomer', requests: 600 },
    { code: 'former_programme', requests: 600 },
    { code: 'refused', requests: 35 },
  ],
  nationalities: [
    ...['MA', 'SY', 'AF', 'UA', 'RU', 'TR', 'SO', 'ER', 'XK', 'stateless', 'BG', 'GN'].map((code, index) => ({
      code,
      requests: 178 - 14 * index,
    })),
    { code: 'unknown', requests: 23 },
  ],
  themes: [
    { theme: 'housing', subTheme: null, requests: 700 },
    { theme: 'housing', subTheme: 'housing.social_rent', requests: 21 },
    { theme: 'work', subTheme: null, requests: 514 },
  ],
  languages: [
    { code: 'ary', requests: 900 },
    { code: 'inh', requests: 300 },
    { code: 'tir', requests: 35 },
  ],
  desks: [
    { code: 'Onthaal', requests: 1_000 },
    { code: boldDesk, requests: 235 },
  ],
  whoDidIt: [{ code: 'done_together', requests: 1_235 }],
  outcomes: [
    { code: 'answered', requests: 1_233 },
    { code: 'no_offer', requests: 2 },
  ],
  origins: [{ code: 'not_asked', requests: 1_235 }],
  actions: [
    { code: 'inform', requests: 1_200 },
    { code: 'register_service', requests: 900 },
  ],
  barriers: [],
}

/** Half a year in Oostdijk: open on weekdays, closed the whole of March. */
export const oostdijkReport = (
  changes: Partial<ReportCounts> = {},
  population?: Population,
): HalfYearReport =>
  composeReport({
    population,
    city: { code: 'oostdijk', name: 'Oostdijk' },
    period: firstHalf,
    counts: { ...oostdijkCounts, ...changes },
    openingDays: daysFromTo(firstHalf.from, firstHalf.to).filter(
      (day) => weekdayOf(day) <= 5 && monthOf(day) !== '2024-03',
    ),
    definitionsVersion: '2026-1',
  })
