import { parentPort, workerData } from 'node:worker_threads'
import type { PublicationQuestion } from '../../domain/report/published-report.ts'
import { planPublication } from '../../domain/report/suppression/publication-plan.ts'
import { boundsFinder } from './find-bounds.ts'

// because: plan-thread.ts starts this file with exactly this
const { cube, months, earlier } = workerData as PublicationQuestion
parentPort?.postMessage(planPublication(cube, months, earlier, await boundsFinder()))
