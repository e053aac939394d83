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
