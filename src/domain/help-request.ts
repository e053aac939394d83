import type { DeskId, HelpRequestId, ImportId, MemberId, OrganizationId } from './id.ts'
import type { LocalDate } from './local-date.ts'

/**
 * One help request: the unit that everything counts. The facts of the visit stand on it as they were that day,
 * so that a report reads one table. Codes are those of the city's code lists; sensitive codes are never in it.
 */
export interface HelpRequest {
  readonly id: HelpRequestId
  readonly visitId: string
  /** The moment of the contact; when only the day is known, noon of that day and `timeKnown` is false. */
  readonly receivedAt: Date
  readonly timeKnown: boolean
  readonly receivedOn: LocalDate
  readonly deskId: DeskId
  readonly guideId: MemberId
  readonly organizationId: OrganizationId
  readonly channel: string
  readonly origin: string
  readonly clientKind: string
  readonly askedBy: string
  readonly status: string
  /** ISO 3166-1 alpha-2 | XK | stateless | unknown | not_asked | refused. */
  readonly nationality: string
  /** ISO 639-3 | unknown | not_asked | refused. */
  readonly contactLanguage: string
  readonly languageHelp: string
  readonly theme: string
  readonly subTheme: string | null
  readonly actions: readonly string[]
  readonly whoDidIt: string
  readonly outcome: string
  readonly barriers: readonly string[]
  /** Whole minutes; null when nobody noted them. */
  readonly minutes: number | null
  readonly referredToText: string | null
  readonly importId: ImportId | null
  readonly importKey: string | null
}

/** Codes that a request has but that its row may not show; they live in a table and under a policy of their own. */
export interface SensitiveCodes {
  readonly status: string | null
  readonly subTheme: string | null
}
