import type { ReportFormat } from '../../domain/report/report-format.ts'
import { labelReader } from '../../text/label.ts'
import { noteRoom, pageRoom, slideRoom } from '../chart/chart-svg.ts'
import { insideCharts } from '../chart/inside-report-chart.ts'
import { reportCharts } from '../chart/report-chart.ts'
import { figuresDocument } from '../figures-document.ts'
import type { ReportSource } from './report-source.ts'

/** The bytes of a report in a format: the same source gives the same bytes. */
export const reportFile = (source: ReportSource): Promise<Uint8Array> => makers[source.format](source)

// Each is loaded when it is first asked for: a letter in Word needs no slides.
const makers: Readonly<Record<ReportFormat, (source: ReportSource) => Promise<Uint8Array>>> = {
  json: async ({ report }) => Buffer.from(JSON.stringify(report)),
  csv: async (source) => {
    const { reportCsv } = await import('./report-csv.ts')
    return reportCsv(source, wordsOf(source))
  },
  pdf: async (source) => {
    const { reportPdf } = await import('../report-pdf.ts')
    return reportPdf((await wordedReport(source)).document)
  },
  note: async (source) => {
    const { collegeNote, reportPdf } = await import('../report-pdf.ts')
    return reportPdf(collegeNote((await wordedReport(source, noteRoom)).document))
  },
  docx: async (source) => {
    const { reportDocx } = await import('./report-docx.ts')
    return reportDocx((await wordedReport(source)).document)
  },
  xlsx: async (source) => {
    const { reportXlsx } = await import('./report-xlsx.ts')
    return reportXlsx({ ...source, ...(await wordedReport(source)) })
  },
  pptx: async (source) => {
    const { reportPptx } = await import('./report-pptx.ts')
    const { document, charts } = await wordedReport(source, slideRoom)
    return reportPptx(document, charts)
  },
}

const wordsOf = ({ language, codes }: Pick<ReportSource, 'language' | 'codes'>) => ({
  language,
  label: labelReader(codes, language),
})

/** The report with its charts, in words, before it is any file. */
export async function wordedReport(source: Omit<ReportSource, 'format'>, room = pageRoom) {
  const words = wordsOf(source)
  const charts = [
    ...(await reportCharts(source.report, words, source.events, room)),
    ...insideCharts(source, words, room),
  ]
  return { words, charts, document: figuresDocument({ ...source, charts }) }
}
