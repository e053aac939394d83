import type { LocalDate, Month } from '../domain/local-date.ts'
import type { Role } from '../domain/people/member.ts'
import { everyRole } from '../domain/people/role.ts'
import type { Period } from '../domain/report/half-year-report.ts'
import type { PublishedAudience } from '../domain/report/report-format.ts'
import { type FilterField, filterFields } from '../domain/request/request-filter.ts'
import { readReturnPath } from './paths.ts'

/**
 * What the address of a page holds. Whatever is not well formed is as good as absent, and says so by an explicit
 * undefined: the router lays this over the address as it came, so a key left out would come back as it was.
 */
export interface PeriodSearch {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

/** The project that a report is a part of; `none` where somebody says that it is of none. */
export interface ProjectSearch {
  readonly project?: string | undefined
}

/**
 * Several values of a field stand with commas between them, in the address and in the question to the server. What the
 * address of the list holds stays as it is written: knownFilter tells what of it is a filter, and what is none.
 */
export type RequestSearch = {
  readonly [Field in FilterField | 'from' | 'to']?: string | undefined
} & {
  /** What somebody searches for. */
  readonly q?: string | undefined
}

/** Where somebody was going who has to sign in first; or that the device under their hands was revoked. */
export interface SignInSearch {
  readonly next?: string | undefined
  readonly revoked?: true | undefined
}

export const readSignInSearch = ({ next, revoked }: Record<string, unknown>): SignInSearch => ({
  next: readReturnPath(next),
  revoked: revoked === true || revoked === 'true' ? true : undefined,
})

/** The step of an import that somebody looks back at; without it the step where it stands. */
export interface ImportSearch {
  readonly step?: 'columns' | 'values' | 'trial' | undefined
}

export const readImportSearch = ({ step }: Record<string, unknown>): ImportSearch => ({
  step: step === 'columns' || step === 'values' || step === 'trial' ? step : undefined,
})

/** Whose eyes look at a report: the coordinator's, or those of whom it is published for. */
export interface AudienceSearch {
  readonly audience?: PublishedAudience | undefined
}

const readAudienceSearch = ({ audience }: Record<string, unknown>): AudienceSearch => ({
  audience: audience === 'council' || audience === 'everybody' ? audience : undefined,
})

/** A frozen report: its pages as they are printed, or its figures with their tables. */
export interface FrozenSearch extends AudienceSearch {
  readonly view?: 'figures' | undefined
}

export const readFrozenSearch = (search: Record<string, unknown>): FrozenSearch => ({
  ...readAudienceSearch(search),
  view: search.view === 'figures' ? 'figures' : undefined,
})

export const readPeriodSearch = (search: {
  readonly from?: unknown
  readonly to?: unknown
}): PeriodSearch => ({
  from: readDate(search.from),
  to: readDate(search.to),
})

export const readReportSearch = (search: Record<string, unknown>): PeriodSearch & ProjectSearch => ({
  ...readPeriodSearch(search),
  project: readProject(search.project),
})

/** The report that is being made, and through whose eyes it is seen. */
export type MakingSearch = PeriodSearch & ProjectSearch & AudienceSearch

export const readMakingSearch = (search: Record<string, unknown>): MakingSearch => ({
  ...readReportSearch(search),
  ...readAudienceSearch(search),
})

const readProject = (project: unknown): string | undefined =>
  typeof project === 'string' && (project === 'none' || /^[0-9a-f-]{36}$/.test(project)) ? project : undefined

export const readRequestSearch = (search: Record<string, unknown>): RequestSearch => ({
  ...Object.fromEntries(
    (['from', 'to', ...filterFields] as const).map((field) => [field, readValues(search[field])]),
  ),
  q: readWords(search.q),
})

/** Which of the code lists is open; the page knows which there are. */
export const readCodesSearch = ({ list }: Record<string, unknown>): { list?: string | undefined } => ({
  list: typeof list === 'string' && /^[a-z_]{1,40}$/.test(list) ? list : undefined,
})

/** The parts of places and hours beside the calendar, which comes first. */
export const placeParts = ['desks', 'closures', 'holidays'] as const
export type PlacePart = (typeof placeParts)[number]

export interface PlacesSearch {
  readonly month?: Month | undefined
  readonly part?: PlacePart | undefined
}

export const readPlacesSearch = ({ month, part }: Record<string, unknown>): PlacesSearch => ({
  // because: a day of it is in the calendar, so it is a month
  month: readDate(`${month}-01`) && (month as Month),
  part: placeParts.find((known) => known === part),
})

/** The parts of members and roles beside the members, who come first. */
export const memberParts = ['invitations', 'organizations', 'keys'] as const
export type MemberPart = (typeof memberParts)[number]
export const memberStates = ['active', 'invited', 'no_account', 'disabled'] as const

export interface MembersSearch {
  readonly part?: MemberPart | undefined
  readonly q?: string | undefined
  readonly role?: Role | undefined
  readonly state?: (typeof memberStates)[number] | undefined
}

export const readMembersSearch = ({ part, q, role, state }: Record<string, unknown>): MembersSearch => ({
  part: memberParts.find((known) => known === part),
  q: readWords(q),
  role: everyRole.find((known) => known === role),
  state: memberStates.find((known) => known === state),
})

export const valuesOf = (search: RequestSearch, field: FilterField): readonly string[] =>
  search[field]?.split(',') ?? []

/** Whether anything narrows the list. */
export const isNarrowed = (search: RequestSearch | MembersSearch): boolean =>
  Object.values(search).some((value) => value !== undefined)

/** The server takes no more values of one field. */
export const mostValues = 20
export const longestWords = 200

function readValues(value: unknown): string | undefined {
  const written = textOf(value) ?? JSON.stringify(value) ?? ''
  return [...new Set(written.split(','))].filter(Boolean).join(',') || undefined
}

export const readWords = (value: unknown): string | undefined =>
  textOf(value)?.trim().slice(0, longestWords).trim() || undefined

/** The router reads 2016 and true in an address as a number and a truth; here they are what somebody typed. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined

export function periodOf(search: Pick<RequestSearch, 'from' | 'to'>): Period | undefined {
  const { from, to } = readPeriodSearch(search)
  return from && to ? { from, to } : undefined
}

const isInReach = (day: string) => day >= '1900-01-01' && day <= '2200-12-31'

/** A day that the calendar has; the server's schema says the same, but would travel along for one line. */
export function readDate(value: unknown): LocalDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const day = new Date(`${value}T00:00:00Z`)
  const isReal = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) && isInReach(value)
  // because: the two lines above are what a LocalDate is
  return isReal ? (value as LocalDate) : undefined
}
