import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../domain/refusal.ts'
import type { PublicationQuestion } from '../../domain/report/published-report.ts'
import type { Publication } from '../../domain/report/suppression/publication.ts'

/**
 * What a report hides, worked out in a thread of its own: seconds of thought, in which the server answers everybody
 * else. Refuses what planPublication refuses.
 */
export async function planInThread(question: PublicationQuestion): Promise<Publication | Refusal> {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: question })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () =>
      reject(new Error('the thread that plans a publication ended without an answer')),
    )
  })
}
