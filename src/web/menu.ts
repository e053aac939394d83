import type { Right } from '../domain/people/right.ts'
import { paths } from './paths.ts'

/** The menu from start to end. An entry is here as soon as its page exists, and shown to whoever has its right, or the other. */
const menu = [
  { path: paths.desk, right: 'visits.register', label: 'menu.desk' },
  // Without a network the desk's own right is all that is known of somebody.
  { path: paths.today, right: 'visits.register', or: 'presence.read', label: 'menu.today' },
  { path: paths.requests, right: 'requests.read', label: 'menu.requests' },
  { path: paths.coaching, right: 'coaching.read', label: 'menu.coaching' },
  { path: paths.reports, right: 'reports.read', label: 'menu.reports' },
] as const satisfies readonly { path: string; right: Right; or?: Right; label: string }[]

/** The pages under Beheer. */
const manageMenu = [
  { path: paths.places, right: 'calendar.change', label: 'manage.places' },
  { path: paths.codes, right: 'code_lists.change', label: 'manage.codes' },
  { path: paths.words, right: 'client_words.change', label: 'manage.words' },
  { path: paths.members, right: 'members.change', label: 'manage.members' },
  { path: paths.devices, right: 'devices.change', label: 'manage.devices' },
  { path: paths.imports, right: 'imports.run', label: 'manage.imports' },
  { path: paths.privacy, right: 'exports.read', label: 'manage.privacy' },
] as const satisfies readonly { path: string; right: Right; label: string }[]

export const manageMenuFor = (rights: readonly string[]) =>
  manageMenu.filter(({ right }) => rights.includes(right))

export function menuFor(rights: readonly string[]) {
  const entries = menu.filter(
    (entry) => rights.includes(entry.right) || ('or' in entry && rights.includes(entry.or)),
  )
  const manage = { path: paths.manage, label: 'menu.manage' } as const
  return manageMenuFor(rights).length > 0 ? [...entries, manage] : entries
}

/** Where somebody begins: at their work, not at who does it today. */
export const firstPageFor = (rights: readonly string[]) =>
  menuFor(rights).find(({ path }) => path !== paths.today)?.path
