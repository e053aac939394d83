import { reportEnding } from '../../domain/report/report-format.ts'
import type { ReportSource } from './report-source.ts'

/** What a report is called as a file; `of`: what the name says beside city, period and language. */
export function reportFileName(
  { report, language, format }: ReportSource,
  of: readonly string[] = [],
): string {
  const { from, to } = report.period
  return `${['brugwijzer', report.city.code, from, to, ...of, language].join('-')}.${reportEnding(format)}`
}
