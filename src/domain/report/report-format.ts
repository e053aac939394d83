import { z } from 'zod'

/** What a report can be made into. */
export const reportFormat = z.enum(['pdf', 'docx', 'xlsx', 'csv', 'pptx', 'json'])
export type ReportFormat = z.infer<typeof reportFormat>

export const reportMediaType = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  json: 'application/json',
} as const satisfies Record<ReportFormat, string>

/** The coordinator sees everything; everybody else what no small number can be found in. */
export const reportAudience = z.enum(['coordinator', 'everybody'])
export type ReportAudience = z.infer<typeof reportAudience>
