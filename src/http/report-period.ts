import type { Period } from '../domain/report/half-year-report.ts'
import { checkPeriod } from '../domain/report/period.ts'
import { ProblemError } from './problem.ts'

/** Ends the request when no report may cover these days. */
export function refusePeriod(period: Period): void {
  const refusal = checkPeriod(period)
  if (refusal) throw new ProblemError(400, refusal.code, refusal.details)
}
