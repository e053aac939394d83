import { frozenSource } from '../../documents/format/frozen-source.ts'
import { reportFile, wordedReport } from '../../documents/format/report-file.ts'
import { reportHtml } from '../../documents/report-html.ts'
import type { PublishedContent } from '../../domain/report/published-report.ts'
import type { ReportFormat } from '../../domain/report/report-format.ts'
import type { PublishedReport } from '../../site/published-report.ts'
import { reportPage } from '../../site/report-page.ts'
import type { SitePlace } from '../../site/site-frame.ts'

/** The page of a published report, in the words that the city had on the day that it was frozen. */
export async function publishedPage(place: SitePlace, report: PublishedReport, content: PublishedContent) {
  // The banner of every page says that it is a demo.
  const source = { ...sourceOf(place, report, content, 'json'), demo: false }
  const { document } = await wordedReport(source)
  return reportPage(place, report, { notices: document.notices, figures: reportHtml(document) })
}

export const publishedCsv = (place: SitePlace, report: PublishedReport, content: PublishedContent) =>
  reportFile(sourceOf(place, report, content, 'csv'))

const sourceOf = (
  { city, language }: SitePlace,
  { publishedAt, checksum }: PublishedReport,
  content: PublishedContent,
  format: ReportFormat,
) =>
  frozenSource({ ...content, at: publishedAt, checksum }, city, { format, language, audience: 'everybody' })
