import type { StaffLanguage } from '../domain/language.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { HalfYearReport } from '../domain/report/half-year-report.ts'
import { formatDate, formatDecimal, formatNumber } from '../text/format.ts'
import type { ReportChart } from './report-words.ts'
import { say } from './report-words.ts'
import { setPdf } from './typst.ts'

export interface ReportDocument {
  readonly report: HalfYearReport
  readonly charts: readonly ReportChart[]
  readonly language: StaffLanguage
  /** Prints on every page that the figures are not about real people. */
  readonly demo: boolean
  readonly generatedOn: LocalDate
}

/** The report as a tagged PDF (PDF/UA-1) on A4. The same figures, words and day give the same bytes. */
export async function reportPdf(document: ReportDocument): Promise<Uint8Array> {
  const createdAt = Date.parse(`${document.generatedOn}T12:00:00Z`) / 1000
  return setPdf('half-year-report.typ', templateData(document), createdAt)
}

const regions: Record<StaffLanguage, string> = { nl: 'BE', fr: 'BE', en: 'GB' }

function templateData({ report, charts, language, demo, generatedOn }: ReportDocument) {
  const words = { language }
  const from = formatDate(language, report.period.from)
  const to = formatDate(language, report.period.to)
  const city = report.city.name
  return {
    createdOn: dayOf(generatedOn),
    language,
    region: regions[language],
    kind: say(words, 'document.kind'),
    title: say(words, 'document.title', { city }),
    fileTitle: say(words, 'document.fileTitle', { city, from, to }),
    period: say(words, 'document.period', { from, to }),
    keyFigures: keyFigures(report, language),
    demo: demo ? say(words, 'document.demo') : null,
    notices: [...(demo ? ['document.demo'] : []), 'document.live'].map((key) => say(words, key)),
    generated: say(words, 'document.generated', { date: formatDate(language, generatedOn) }),
    // The number of pages is known only once the pages are set.
    page: say(words, 'document.page', { page: '{page}', pages: '{pages}' }),
    sections: charts.map((chart) => section(chart, language)),
    method: say(words, 'document.method'),
    terms: terms(report, language),
  }
}

const dayOf = (date: LocalDate) => {
  const [year, month, day] = date.split('-').map(Number)
  return { year, month, day }
}

const keyFigures = ({ total, openingDays, perOpeningDay }: HalfYearReport, language: StaffLanguage) => [
  { name: say({ language }, 'heading.requests'), value: formatNumber(language, total) },
  { name: say({ language }, 'heading.openingDays'), value: formatNumber(language, openingDays) },
  { name: say({ language }, 'heading.perOpeningDay'), value: formatDecimal(language, perOpeningDay) },
]

const ink = '#1c2a2e'

const section = ({ title, sentence, unit, base, svg, table }: ReportChart, language: StaffLanguage) => ({
  title,
  sentence,
  unit: say({ language }, 'document.unit', { unit }),
  base: say({ language }, 'document.base', { base }),
  alt: say({ language }, 'chartName', { title, sentence }),
  svg: svg.replaceAll('currentColor', ink),
  headings: table.headings,
  rows: table.rows,
  textColumns: table.headings.includes(say({ language }, 'heading.subThemes')) ? 2 : 1,
})

const termKeys = ['request', 'openingDay', 'average', 'share', 'nationality', 'lists'] as const

const terms = ({ definitions }: HalfYearReport, language: StaffLanguage): [string, string][] =>
  termKeys.map((key) => [
    say({ language }, `document.term.${key}`),
    say({ language }, `document.meaning.${key}`, { version: definitions.version }),
  ])
