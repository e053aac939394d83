import { daysBetween } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Period } from '../report/half-year-report.ts'

const longestSpan = 366

/** Refuses days in the wrong order (`period_invalid`) and more than a year at once (`span_too_long`). */
export function checkSpan({ from, to }: Period): Refusal | undefined {
  if (to < from) return refuse('period_invalid')
  return daysBetween(from, to) > longestSpan ? refuse('span_too_long', { days: longestSpan }) : undefined
}

const longestView = 2

/** Refuses a calendar that ends before it begins or shows more than two years at once (`view_too_long`). */
export function checkView({ from, to }: Period): Refusal | undefined {
  if (to < from) return refuse('period_invalid')
  return daysBetween(from, to) > longestView * 366
    ? refuse('view_too_long', { years: longestView })
    : undefined
}
