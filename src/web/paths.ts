import type { StaffLanguage } from '../domain/language.ts'
import type { ReportAudience, ReportFormat } from '../domain/report/report-format.ts'

/** Every address of the staff app. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  invitation: '/invitation',
  forgottenPassword: '/forgotten-password',
  newPassword: '/new-password',
  desk: '/desk',
  today: '/today',
  requests: '/requests',
  groups: '/requests/groups',
  request: '/requests/$id',
  coaching: '/coaching',
  reports: '/reports',
  frozenReport: '/reports/frozen/$id',
  making: '/reports/making',
  publishedReport: '/reports/published/$id',
  projects: '/reports/projects',
  manage: '/manage',
  imports: '/manage/imports',
  import: '/manage/imports/$id',
  places: '/manage/places',
  codes: '/manage/codes',
  words: '/manage/words',
  members: '/manage/members',
  devices: '/manage/devices',
  privacy: '/manage/privacy',
} as const

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

/**
 * Where to go after signing in: an address of ours, or nothing. Browsers read `//` and even a tab between two slashes
 * as the beginning of somebody else's address, so the browser's own reading decides.
 */
export const readReturnPath = (value: unknown): string | undefined =>
  typeof value === 'string' && value.startsWith('/') && staysHere(value) ? value : undefined

const here = 'https://here.invalid'

function staysHere(address: string): boolean {
  try {
    return new URL(address, here).origin === here
  } catch {
    return false
  }
}
