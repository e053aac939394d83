import { z } from 'zod'
import { newFollowUp } from '../follow-up/follow-up.ts'
import { mostFollowUps } from '../follow-up/sender.ts'
import { clientId, helpRequestId, visitId } from '../id.ts'
import { deskNote } from '../note/note.ts'
import { requestFacts } from '../request/request-fact.ts'

const { shape } = requestFacts
const notAsked = 'not_asked'

/** One help request of a visit. Unfinished: only the theme is sure, the rest is asked for later. */
export const visitRequest = z.strictObject({
  id: helpRequestId,
  theme: shape.theme,
  subTheme: shape.subTheme.default(null),
  actions: shape.actions.default([]),
  whoDidIt: shape.whoDidIt.default(notAsked),
  outcome: shape.outcome.default(notAsked),
  barriers: shape.barriers.default([]),
  minutes: shape.minutes.default(null),
  referredTo: shape.referredTo.default(null),
  tip: shape.tip.default(null),
  ownWords: shape.ownWords.default(null),
  mayQuote: shape.mayQuote.default(null),
  unfinished: z.boolean().default(false),
  /** What is still to be done, and by when. */
  followUps: z.array(newFollowUp).max(mostFollowUps).optional(),
  /** For whoever registers it alone; kept apart, sealed, and erased six months later. */
  note: deskNote.optional(),
})
export type VisitRequest = z.infer<typeof visitRequest>

/** A day's work of one desk; a visit has no upper limit that anybody meets. */
const mostRequests = 100

/**
 * One conversation at a desk and the help requests that came out of it. What was not asked may be left out. Ids are made
 * by whoever registers, so that sending it again writes it once.
 */
export const visit = z.strictObject({
  id: visitId,
  /** The household's earlier visit, where somebody of the same family was helped before. */
  householdVisitId: visitId.nullable().default(null),
  /** Whoever showed a card or has a file; what was asked is laid to them. */
  clientId: clientId.optional(),
  receivedAt: z.iso.datetime({ offset: true }),
  /** What the clock of the device says while it sends: the difference with ours corrects receivedAt. */
  sentAt: z.iso.datetime({ offset: true }).optional(),
  deskId: shape.deskId,
  channel: shape.channel.default(notAsked),
  origin: shape.origin.default(notAsked),
  clientKind: shape.clientKind.default(notAsked),
  askedBy: shape.askedBy.default(notAsked),
  status: shape.status.default(notAsked),
  nationality: shape.nationality.default(notAsked),
  contactLanguage: shape.contactLanguage.default(notAsked),
  languageHelp: shape.languageHelp.default(notAsked),
  neighbourhood: shape.neighbourhood.default(null),
  firstVisit: shape.firstVisit.default(null),
  requests: z.array(visitRequest).min(1).max(mostRequests),
})
export type Visit = z.infer<typeof visit>
/** As it is sent: what was not asked may be left out. */
export type SentVisit = z.input<typeof visit>
