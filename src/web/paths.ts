import type { StaffLanguage } from '../domain/language.ts'

/** Every address of the staff app. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  requests: '/requests',
  reports: '/reports',
} as const

interface Days {
  readonly from: string
  readonly to: string
}

export const reportPdfPath = ({ from, to }: Days, language: StaffLanguage): string =>
  `/api/v1/reports/live.pdf?${new URLSearchParams({ from, to, language })}`

/** Where to go after signing in: an address of ours, or nothing. A full address could lead somebody elsewhere. */
export const readReturnPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined
