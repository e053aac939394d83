import type { SentVisit } from '../../../domain/visit/visit.ts'
import type { ClientInHand } from '../client/client-in-hand.ts'

/** Nothing left out. */
export type Whole<Sent> = { readonly [Field in keyof Sent]-?: Exclude<Sent[Field], undefined> }

type SentRequest = SentVisit['requests'][number]

/** What a guide has answered so far about the person; what nobody asked says so. */
export type PersonDraft = Whole<
  Pick<
    SentVisit,
    | 'channel'
    | 'origin'
    | 'clientKind'
    | 'askedBy'
    | 'status'
    | 'nationality'
    | 'contactLanguage'
    | 'languageHelp'
    | 'firstVisit'
    | 'neighbourhood'
  >
>

/** One question of the visit; without a theme it is not there yet. */
export type QuestionDraft = Whole<Omit<SentRequest, 'theme' | 'unfinished'>> & {
  readonly theme: string | null
}

/** What is still to be done; without a day as long as nobody chose one. */
export type FollowUpDraft = QuestionDraft['followUps'][number]

export interface VisitDraft {
  readonly id: string
  readonly householdVisitId: string | null
  readonly deskId: string
  /** Null: now, that is, when it is saved. */
  readonly receivedAt: string | null
  readonly person: PersonDraft
  /** Whose card was shown. */
  readonly client: ClientInHand | null
  /** What was asked before in this visit. */
  readonly asked: readonly QuestionDraft[]
  /** What is being asked. */
  readonly question: QuestionDraft
}

export const nobody: PersonDraft = {
  channel: 'desk',
  origin: 'not_asked',
  clientKind: 'not_asked',
  askedBy: 'not_asked',
  status: 'not_asked',
  nationality: 'not_asked',
  contactLanguage: 'not_asked',
  languageHelp: 'not_asked',
  firstVisit: null,
  neighbourhood: null,
}

export const newQuestion = (makeId: () => string): QuestionDraft => ({
  id: makeId(),
  theme: null,
  subTheme: null,
  actions: [],
  whoDidIt: 'not_asked',
  outcome: 'not_asked',
  barriers: [],
  minutes: null,
  referredTo: null,
  tip: null,
  ownWords: null,
  mayQuote: null,
  followUps: [],
  note: null,
})

export const newVisit = (deskId: string, makeId: () => string, person: PersonDraft = nobody): VisitDraft => ({
  id: makeId(),
  householdVisitId: null,
  deskId,
  receivedAt: null,
  person,
  client: null,
  asked: [],
  question: newQuestion(makeId),
})

/** A stroke: where, when and about what; the rest is asked for later. */
export function tallied(
  { deskId, receivedAt }: Pick<VisitDraft, 'deskId' | 'receivedAt'>,
  theme: string,
  makeId: () => string,
): VisitDraft {
  const visit = newVisit(deskId, makeId)
  return { ...visit, receivedAt, question: { ...visit.question, theme } }
}

/** The question as a new one begins: what was asked before stays with the visit. */
export const askAnother = (draft: VisitDraft, makeId: () => string): VisitDraft => ({
  ...draft,
  asked: [...draft.asked, draft.question],
  question: newQuestion(makeId),
})

/** Takes a question of the visit back into the form. One that was begun there waits in its place. */
export function reopen(draft: VisitDraft, id: string): VisitDraft {
  const question = draft.asked.find((one) => one.id === id)
  if (!question) return draft
  const rest = draft.asked.filter((one) => one.id !== id)
  return { ...draft, question, asked: isBegun(draft.question) ? [...rest, draft.question] : rest }
}

/** Who asks more, or somebody of the same family: the next visit knows of the person what the last one noted. */
export const nextVisit = (
  last: VisitDraft,
  makeId: () => string,
  who: 'person' | 'household',
): VisitDraft => ({
  ...newVisit(last.deskId, makeId, {
    ...last.person,
    ...(who === 'household' ? { clientKind: 'not_asked', askedBy: 'not_asked', firstVisit: null } : {}),
  }),
  householdVisitId: who === 'household' ? (last.householdVisitId ?? last.id) : last.householdVisitId,
  // The card of one person is not that of the next in the family.
  client: who === 'person' || last.client?.kind === 'household' ? last.client : null,
})

/** What this device kept: an app of before did not know of everything. */
export const revive = (kept: Pick<VisitDraft, 'id'> & Partial<VisitDraft>): VisitDraft => {
  const whole = (question: Partial<QuestionDraft> & Pick<QuestionDraft, 'id'>): QuestionDraft => ({
    ...newQuestion(() => question.id),
    ...question,
  })
  const { person, asked: before = [], question = newQuestion(() => kept.id) } = kept
  return {
    ...newVisit('', () => kept.id),
    ...kept,
    person: { ...nobody, ...person },
    asked: before.map(whole),
    question: whole(question),
  }
}

/** The same answers under new ids: for what was taken out of the databank, where the old ids remain. */
export const renewed = (draft: VisitDraft, makeId: () => string): VisitDraft => ({
  ...draft,
  id: makeId(),
  asked: draft.asked.map((question) => renewedQuestion(question, makeId)),
  question: renewedQuestion(draft.question, makeId),
})

const renewedQuestion = (question: QuestionDraft, makeId: () => string): QuestionDraft => ({
  ...question,
  id: makeId(),
  followUps: question.followUps.map((followUp) => ({ ...followUp, id: makeId() })),
})

/** Something of it was touched. */
export const isBegun = (question: QuestionDraft): boolean =>
  JSON.stringify({ ...question, id: '' }) !== JSON.stringify(newQuestion(() => ''))

/** Nothing of it was touched. */
export const isUntouched = (draft: VisitDraft): boolean =>
  draft.asked.length === 0 &&
  draft.householdVisitId === null &&
  draft.client === null &&
  !isBegun(draft.question) &&
  JSON.stringify(draft.person) === JSON.stringify(nobody)
