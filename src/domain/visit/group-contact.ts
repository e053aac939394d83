import { z } from 'zod'
import { deskId, groupContactId } from '../id.ts'
import { type LocalDate, localDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { requestFacts } from '../request/request-fact.ts'
import { fewestInGroup, mostInGroup } from './group-limit.ts'
import type { CodeRegister } from './visit-rule.ts'

/** People met together, about one theme: counted beside help requests, never among them. */
export const groupContact = z.strictObject({
  id: groupContactId,
  heldOn: localDate,
  deskId,
  theme: requestFacts.shape.theme,
  people: z.int().min(fewestInGroup).max(mostInGroup),
})
export type GroupContact = z.infer<typeof groupContact>

/** Refuses a day that is still to come (`received_future`) and a theme that the city never had (`code_unknown`). */
export function checkGroupContact(
  { heldOn, theme }: GroupContact,
  codes: CodeRegister,
  today: LocalDate,
): Refusal | undefined {
  if (heldOn > today) return refuse('received_future', { field: 'heldOn' })
  return codes.parentOf('theme', theme) === null ? undefined : refuse('code_unknown', { field: 'theme' })
}
