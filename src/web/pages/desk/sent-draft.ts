import type { SentVisit } from '../../../domain/visit/visit.ts'
import { newQuestion, nobody, type VisitDraft, type Whole } from './visit-draft.ts'

/** A visit that was sent, as a draft again. */
export function fromVisit(visit: SentVisit): VisitDraft {
  const { id, householdVisitId = null, clientId, deskId, receivedAt, sentAt: _, requests, ...person } = visit
  const questions = requests.map(({ unfinished: _, ...request }) => ({
    ...newQuestion(() => request.id),
    ...whole(request),
  }))
  return {
    id,
    householdVisitId,
    deskId,
    receivedAt,
    person: { ...nobody, ...whole(person) },
    client:
      clientId === undefined
        ? null
        : { id: clientId, kind: 'person', agreement: null, hasFile: false, card: null },
    asked: questions.slice(0, -1),
    question: questions.at(-1) ?? newQuestion(() => id),
  }
}

/** Without what is left out. */
const whole = <Sent extends object>(sent: Sent) =>
  // because: what is undefined was taken out
  Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Whole<Sent>
