import type { Right } from '../domain/people/right.ts'
import { paths } from './paths.ts'

/** The menu from start to end. An entry is here as soon as its page exists, and shown to whoever has its right. */
const menu = [
  { path: paths.requests, right: 'requests.read', label: 'menu.requests' },
  { path: paths.reports, right: 'reports.live', label: 'menu.reports' },
] as const satisfies readonly { path: string; right: Right; label: string }[]

export const menuFor = (rights: readonly string[]) => menu.filter(({ right }) => rights.includes(right))
