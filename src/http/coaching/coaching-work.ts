import { writeAuditEvent } from '../../db/audit-store.ts'
import * as cases from '../../db/coaching/coaching-case-store.ts'
import type { Tx } from '../../db/database.ts'
import {
  addWords,
  changeWords,
  isOwnRequest,
  readWords,
  type WordKind,
} from '../../db/note/sealed-words-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import type { Actor } from '../../domain/actor.ts'
import {
  type CoachingCaseId,
  type HelpRequestId,
  type MemberId,
  type SealedWordsId,
  sealedWordsId,
} from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { latestErasure } from '../../domain/note/note-limit.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Writing } from '../note/own-note.ts'
import { openWords, sealWords } from '../note/word-sealing.ts'

type Person = Extract<Actor, { kind: 'member' }>

/** A case with its words open, for one of its two readers. */
export interface OpenCase extends Omit<cases.CoachingCase, 'questionId' | 'answerId'> {
  readonly question: string | null
  readonly answer: string | null
}

export async function openCases(
  tx: Tx,
  actor: Person,
  secret: string,
  narrowed: { readonly requestId?: HelpRequestId | undefined; readonly id?: CoachingCaseId } = {},
): Promise<OpenCase[]> {
  const found = await cases.listCases(tx, narrowed)
  const words = await openAll(
    tx,
    actor,
    secret,
    found.flatMap(({ questionId, answerId }) => [questionId, answerId]),
  )
  return found.map(({ questionId, answerId, ...rest }) => ({
    ...rest,
    question: words(questionId),
    answer: words(answerId),
  }))
}

/** Opens those of these words that the actor may read; null for the others, and for what was erased. */
export async function openAll(
  tx: Tx,
  { cityId }: Person,
  secret: string,
  ids: readonly (SealedWordsId | null)[],
): Promise<(id: SealedWordsId | null) => string | null> {
  const sealed = await readWords(
    tx,
    ids.filter((id) => id !== null),
  )
  const texts = new Map(
    sealed.map(({ id, requestId, keyId, wrappedKey, sealed }) => [
      id,
      openWords(sealed, { id: keyId, wrappedKey }, secret, { cityId, requestId, id }),
    ]),
  )
  return (id) => (id && texts.get(id)) ?? null
}

/** Writes words of the actor for one reader; answers their id. */
export async function writeTo(
  tx: Tx,
  { cityId, memberId }: Person,
  {
    kind,
    requestId,
    readerId,
    text,
    eraseOn,
  }: {
    readonly kind: Exclude<WordKind, 'note'>
    readonly requestId: HelpRequestId
    readonly readerId: MemberId
    readonly text: string
    readonly eraseOn: LocalDate
  },
  { key, secret, now }: Writing,
): Promise<SealedWordsId> {
  const id = sealedWordsId.parse(makeUuid())
  const sealed = sealWords(text, key, secret, { cityId, requestId, id })
  const words = {
    id,
    requestId,
    sealed,
    eraseOn,
    kind,
    readerId,
    authorId: memberId,
    keyId: key.id,
    writtenAt: now,
  }
  await addWords(tx, cityId, words)
  return id
}

interface Asking {
  readonly id: CoachingCaseId
  readonly requestId: HelpRequestId
  readonly question: string | null
}

/**
 * Puts a case to the actor's coach, once per id. Refuses a request that is not the actor's (`not_found`), who has no coach
 * (`coach_missing`), and what addCase refuses.
 */
export async function askCoach(
  tx: Tx,
  actor: Person,
  asking: Asking,
  writing: Writing,
): Promise<{ readonly asked: OpenCase; readonly isNew: boolean } | Refusal> {
  const { id, requestId, question } = asking
  const before = await askedBefore(tx, actor, asking, writing.secret)
  if (before) return before
  if (!(await isOwnRequest(tx, requestId, actor.memberId))) return refuse('not_found')
  const coach = await cases.findOwnCoach(tx, actor.memberId)
  if (!coach) return refuse('coach_missing')
  const eraseOn = latestErasure(writing.today)
  const given = { id, requestId, eraseOn, guideId: actor.memberId, coachId: coach.id, askedAt: writing.now }
  const refusal = await cases.addCase(tx, actor.cityId, given)
  // The same may have been asked at this moment.
  if (refusal) return (await askedBefore(tx, actor, asking, writing.secret)) ?? refusal
  if (question !== null) {
    const words = { kind: 'question', requestId, readerId: coach.id, text: question, eraseOn } as const
    await cases.giveQuestion(tx, id, await writeTo(tx, actor, words, writing))
  }
  await writeAuditEvent(tx, actor, { event: 'coaching_case.asked' })
  return { asked: await readAgain(tx, actor, id, writing.secret), isNew: true }
}

/** The case of this id, where it asks the same; refuses another one (`id_taken`). */
async function askedBefore(tx: Tx, actor: Person, { id, requestId, question }: Asking, secret: string) {
  const [before] = await openCases(tx, actor, secret, { id })
  if (!before) return undefined
  const isSame = before.requestId === requestId && before.question === question
  return isSame ? { asked: before, isNew: false } : refuse('id_taken')
}

/** The coach's answer, or another in its place. Refuses what holdCase refuses, who is not the coach, and `case_closed`. */
export async function answerCase(
  tx: Tx,
  actor: Person,
  { id, version, text }: { readonly id: CoachingCaseId; readonly version: number; readonly text: string },
  writing: Writing,
): Promise<OpenCase | Refusal> {
  const held = await cases.holdCase(tx, id, version)
  if (isRefusal(held)) return held
  if (held.coachId !== actor.memberId) return refuse('not_found')
  if (held.closedAt) return refuse('case_closed')
  const { requestId, guideId, answerId, eraseOn } = held
  const { key, secret, now } = writing
  if (answerId) {
    const sealed = sealWords(text, key, secret, { cityId: actor.cityId, requestId, id: answerId })
    await changeWords(tx, { id: answerId, sealed, keyId: key.id, eraseOn, writtenAt: now })
  }
  const answer_id =
    answerId ??
    (await writeTo(tx, actor, { kind: 'answer', requestId, readerId: guideId, text, eraseOn }, writing))
  await cases.changeCase(tx, actor, id, { event: 'answered', answer_id, answered_at: now })
  return readAgain(tx, actor, id, secret)
}

/** Done with, or not yet after all. Refuses what holdCase refuses, and `case_open` where the request is with the coach again. */
export async function closeCase(
  tx: Tx,
  actor: Person,
  {
    id,
    version,
    closedAt,
  }: { readonly id: CoachingCaseId; readonly version: number; readonly closedAt: Date | null },
  secret: string,
): Promise<OpenCase | Refusal> {
  const held = await cases.holdCase(tx, id, version)
  if (isRefusal(held)) return held
  if (!closedAt && (await cases.hasOpenCase(tx, held))) return refuse('case_open')
  await cases.changeCase(tx, actor, id, { event: closedAt ? 'closed' : 'reopened', closed_at: closedAt })
  return readAgain(tx, actor, id, secret)
}

async function readAgain(tx: Tx, actor: Person, id: CoachingCaseId, secret: string): Promise<OpenCase> {
  const [found] = await openCases(tx, actor, secret, { id })
  if (!found) throw new Error('a case that was just written is not there')
  return found
}
