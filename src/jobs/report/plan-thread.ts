import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../domain/refusal.ts'
import type { PublicationQuestion } from '../../domain/report/published-report.ts'
import type { Publication } from '../../domain/report/suppression/publication.ts'

type Planned = Promise<Publication | Refusal>

/** Whoever writes a report looks at it for one audience and another, and the question stays the same meanwhile. */
const mostPlans = 8
const kept = new Map<string, Planned>()

/**
 * What a report hides, worked out in a thread of its own: seconds of thought, in which the server answers everybody
 * else. What was worked out last is kept. Refuses what planPublication refuses.
 */
export function planInThread(question: PublicationQuestion): Planned {
  // Not as JSON: it knows no maps.
  const key = createHash('sha256').update(serialize(question)).digest('hex')
  const planned = kept.get(key) ?? startThread(question)
  kept.delete(key)
  kept.set(key, planned)
  planned.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) if (kept.size > mostPlans) kept.delete(oldest)
  return planned
}

async function startThread(question: PublicationQuestion): Planned {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: question })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () =>
      reject(new Error('the thread that plans a publication ended without an answer')),
    )
  })
}
