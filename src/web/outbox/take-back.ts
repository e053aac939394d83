import type { SentVisit } from '../../domain/visit/visit.ts'
import { api, done, onVersion } from '../api.ts'
import { type Author, takeNoted } from './outbox.ts'
import { canSeal } from './seal.ts'

/** Takes a visit that was saved out of the outbox, or out of the databank when it has arrived there. */
export async function takeBack(author: Author, { id, requests }: SentVisit, reason: string): Promise<void> {
  if (canSeal() && (await takeNoted(author, id, reason))) return
  for (const request of requests)
    await done(
      api.requests[':id'].voiding.$put(
        { param: { id: request.id }, header: {}, json: { reason } },
        onVersion(1),
      ),
    )
}
