import type { Context } from 'hono'
import { reportFileName } from '../documents/format/report-file-name.ts'
import type { ReportSource } from '../documents/format/report-source.ts'
import { reportMediaType } from '../domain/report/report-format.ts'
import { makeInProcess } from '../jobs/report/file-process.ts'
import type { RequestEnv } from './context.ts'

/** The report as it stands, as a file that a browser saves; a PDF it may show. */
export const answerReportFile = async (c: Context<RequestEnv>, source: ReportSource) =>
  answerFile(c, source, await makeInProcess('file', source))

/** `of`: what the name says beside city, period and language. */
export function answerFile(
  c: Context<RequestEnv>,
  source: ReportSource,
  bytes: Uint8Array,
  of: string[] = [],
) {
  const way = reportMediaType[source.format] === 'application/pdf' ? 'inline' : 'attachment'
  c.header('content-disposition', `${way}; filename="${reportFileName(source, of)}"`)
  return c.body(Uint8Array.from(bytes), 200, { 'content-type': reportMediaType[source.format] })
}
