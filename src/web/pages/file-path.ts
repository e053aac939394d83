import type { StaffLanguage } from '../../domain/language.ts'
import type { ReportAudience, ReportFormat } from '../../domain/report/report-format.ts'

interface Days {
  readonly from: string
  readonly to: string
}

/** A report as a file, in a format: of the figures as they stand, and of a frozen one as an audience sees it. */
export const liveFilePath =
  ({ from, to }: Days, language: StaffLanguage, projectId?: string) =>
  (format: ReportFormat): string =>
    `/api/v1/reports/live.${format}?${new URLSearchParams({ from, to, language, ...(projectId ? { projectId } : {}) })}`

export const frozenFilePath =
  (id: string, audience: ReportAudience, language: StaffLanguage) =>
  (format: ReportFormat): string =>
    `/api/v1/snapshots/${id}/files/${format}?${new URLSearchParams({ audience, language })}`

export const importFilePath = (id: string, name: string): string =>
  `/api/v1/imports/files?${new URLSearchParams({ id, name })}`

export const rejectedRowsPath = (id: string, language: StaffLanguage): string =>
  `/api/v1/imports/${id}/rejected.csv?${new URLSearchParams({ language })}`
