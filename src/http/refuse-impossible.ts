import { isImpossible } from '../db/database.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'

/** What can stand in no row is refused (`value_impossible`), however it was sent; every other error is thrown again. */
export function refuseImpossible(error: unknown): Refusal {
  if (isImpossible(error)) return refuse('value_impossible')
  throw error
}
