import type { SentVisit } from '../../domain/visit/visit.ts'
import { api, done, onVersion } from '../api.ts'
import { type Author, keepNoted, takeNoted } from './outbox.ts'
import { canSeal } from './seal.ts'

/** Takes a visit that was saved out of the outbox; when it has arrived, the outbox takes it out of the databank, whole. */
export async function takeBack(author: Author, visit: SentVisit, reason: string): Promise<void> {
  const { id, requests } = visit
  if (!canSeal()) {
    for (const request of requests)
      await done(
        api.requests[':id'].voiding.$put(
          { param: { id: request.id }, header: {}, json: { reason } },
          onVersion(1),
        ),
      )
  } else if (!(await takeNoted(author, id, reason)))
    await keepNoted(author, id, { kind: 'visit', visit }, reason)
}
