import type { SentVisit } from '../../../domain/visit/visit.ts'
import type { VisitDraft } from './visit-draft.ts'
import { missingOf } from './visit-missing.ts'

/** A visit as it is saved at a moment. */
export const savedAt = (at: Date, draft: VisitDraft, as: { readonly unfinished: boolean }) => ({
  ...{ draft, at },
  visit: toVisit(draft, at, as),
})

/** The visit as it is sent. A question that was begun is finished or says that it is not. */
function toVisit(draft: VisitDraft, now: Date, { unfinished }: { readonly unfinished: boolean }): SentVisit {
  const { id, householdVisitId, client, deskId, receivedAt, person, asked, question } = draft
  const before = asked.map((one) => ({ ...one, unfinished: missingOf(one).length > 0 }))
  const last = question.theme === null ? [] : [{ ...question, unfinished }]
  return {
    id,
    householdVisitId,
    ...(client ? { clientId: client.id } : {}),
    deskId,
    receivedAt: receivedAt ?? now.toISOString(),
    ...person,
    requests: [...before, ...last].flatMap(({ theme, ...request }) =>
      theme === null ? [] : [{ ...request, theme }],
    ),
  }
}
