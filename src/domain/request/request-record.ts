import type { DeskId, HelpRequestId, ImportId, MemberId, OrganizationId } from '../id.ts'
import type { LocalDate } from '../local-date.ts'
import type { RequestFacts } from './request-fact.ts'

export interface Named<Id> {
  readonly id: Id
  readonly name: string
}

/** A day and HH:MM on the city's own clock. */
export interface LocalMoment {
  readonly on: LocalDate
  readonly time: string
}

/**
 * One help request as its reader may see it: a sensitive code stands in its place for whoever registered the request
 * and for the coordinator; anybody else gets what the wide row says, and cannot tell the difference.
 */
export interface RequestRecord extends Readonly<Omit<RequestFacts, 'deskId'>> {
  readonly id: HelpRequestId
  readonly version: number
  readonly desk: Named<DeskId>
  readonly guide: Named<MemberId>
  /** Whoever took it over: from a guide who left, or because a colleague asked. */
  readonly caretaker: Named<MemberId> | null
  readonly organization: Named<OrganizationId>
  readonly recorded: LocalMoment
  /** The row of the file that it came from; the file's name is for whoever may see imports. */
  readonly imported: {
    readonly id: ImportId
    readonly fileName: string | null
    readonly row: number | null
  } | null
  readonly voided: Voiding | null
  readonly mayCorrect: boolean
  readonly mayTakeBack: boolean
  readonly maySeeSensitive: boolean
}

export interface Voiding extends LocalMoment {
  /** Null: made on the command line. */
  readonly by: Named<MemberId> | null
  readonly reason: string
  /** It left the figures with its whole import. */
  readonly withImport: boolean
}

export const factsOf = (record: RequestRecord): RequestFacts => ({
  receivedOn: record.receivedOn,
  receivedTime: record.receivedTime,
  deskId: record.desk.id,
  channel: record.channel,
  origin: record.origin,
  clientKind: record.clientKind,
  askedBy: record.askedBy,
  status: record.status,
  nationality: record.nationality,
  contactLanguage: record.contactLanguage,
  languageHelp: record.languageHelp,
  neighbourhood: record.neighbourhood,
  firstVisit: record.firstVisit,
  theme: record.theme,
  subTheme: record.subTheme,
  actions: record.actions,
  whoDidIt: record.whoDidIt,
  outcome: record.outcome,
  barriers: record.barriers,
  minutes: record.minutes,
  referredTo: record.referredTo,
  tip: record.tip,
  ownWords: record.ownWords,
  mayQuote: record.mayQuote,
})
