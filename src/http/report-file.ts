import type { Context } from 'hono'
import { reportFileName } from '../documents/format/report-file-name.ts'
import type { ReportSource } from '../documents/format/report-source.ts'
import { reportMediaType } from '../domain/report/report-format.ts'
import { makeInProcess } from '../jobs/report/file-process.ts'
import type { RequestEnv } from './context.ts'

/** A report as a file that a browser saves; a PDF it may show. `of`: what the name says beside city, period and language. */
export async function answerReportFile(c: Context<RequestEnv>, source: ReportSource, of: string[] = []) {
  const bytes = await makeInProcess('file', source)
  const way = reportMediaType[source.format] === 'application/pdf' ? 'inline' : 'attachment'
  c.header('content-disposition', `${way}; filename="${reportFileName(source, of)}"`)
  return c.body(Uint8Array.from(bytes), 200, { 'content-type': reportMediaType[source.format] })
}
