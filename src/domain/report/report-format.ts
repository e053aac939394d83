import { z } from 'zod'

/** What a report can be made into; `note` is the two pages that the college reads. */
export const reportFormat = z.enum(['pdf', 'note', 'docx', 'xlsx', 'csv', 'pptx', 'json'])
export type ReportFormat = z.infer<typeof reportFormat>

export const reportMediaType = {
  pdf: 'application/pdf',
  note: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  json: 'application/json',
} as const satisfies Record<ReportFormat, string>

/** How the name of a file ends. */
export const reportEnding = (format: ReportFormat): string => (format === 'note' ? 'note.pdf' : format)

/** The coordinator sees everything; the council and everybody what no small number can be found in. */
export const reportAudience = z.enum(['coordinator', 'council', 'everybody'])
export type ReportAudience = z.infer<typeof reportAudience>

/** For whom a report is published: the council reads it in the app, everybody on the public pages. */
export const publishedAudience = reportAudience.exclude(['coordinator'])
export type PublishedAudience = z.infer<typeof publishedAudience>
