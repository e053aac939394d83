import { reportCharts } from '../../documents/chart/report-chart.ts'
import { openDataFile } from '../../documents/open-data-file.ts'
import { publishedDocument } from '../../documents/published-document.ts'
import { reportHtml } from '../../documents/report-html.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import type { PublishedContent } from '../../domain/report/published-report.ts'
import type { PublishedReport } from '../../site/published-report.ts'
import { reportPage } from '../../site/report-page.ts'
import type { SitePlace } from '../../site/site-frame.ts'
import { localDateIn } from '../../text/format.ts'
import { labelReader } from '../../text/label.ts'

/** The page of a published report, in the words that the city had on the day that it was frozen. */
export async function publishedPage(place: SitePlace, report: PublishedReport, content: PublishedContent) {
  const { city, language } = place
  const charts = await reportCharts(content.report, wordsOf(content, language), content.events)
  const document = publishedDocument({
    content,
    charts,
    language,
    // The banner of every page says it.
    demo: false,
    publishedOn: localDateIn(new Date(report.publishedAt), city.timeZone),
    checksum: report.checksum,
  })
  return reportPage(place, report, { notices: document.notices, figures: reportHtml(document) })
}

export const openData = (content: PublishedContent, language: StaffLanguage): Promise<Uint8Array> =>
  openDataFile(content.report, wordsOf(content, language))

const wordsOf = ({ codes }: PublishedContent, language: StaffLanguage) => ({
  language,
  label: labelReader(codes, language),
})
