import type { Context } from 'hono'
import type { ReportSource } from '../documents/format/report-source.ts'
import { reportEnding, reportMediaType } from '../domain/report/report-format.ts'
import { makeInProcess } from '../jobs/report/file-process.ts'
import type { RequestEnv } from './context.ts'

/** A report as a file that a browser saves; a PDF it may show. `of`: what the name says beside city, period and language. */
export async function answerReportFile(c: Context<RequestEnv>, source: ReportSource, of: string[] = []) {
  const { format, language, report } = source
  const { from, to } = report.period
  const bytes = await makeInProcess('file', source)
  const name = ['brugwijzer', report.city.code, from, to, ...of, language].join('-')
  const way = reportMediaType[format] === 'application/pdf' ? 'inline' : 'attachment'
  c.header('content-disposition', `${way}; filename="${name}.${reportEnding(format)}"`)
  return c.body(Uint8Array.from(bytes), 200, { 'content-type': reportMediaType[format] })
}
