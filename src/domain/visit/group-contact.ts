import { z } from 'zod'
import { deskId, groupContactId } from '../id.ts'
import { addDays, type LocalDate, localDate } from '../local-date.ts'
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

const dayInMs = 86_400_000

/** Its day by our calendar: a device whose clock is days off is corrected by what it says it is, and none is to come. */
export function heldOnOf(
  { heldOn }: Pick<GroupContact, 'heldOn'>,
  { sentAt, cameAt }: { readonly sentAt: string; readonly cameAt: Date },
  today: LocalDate,
): LocalDate {
  const behind = cameAt.getTime() - Date.parse(sentAt)
  const corrected = addDays(heldOn, Math.round(behind / dayInMs))
  return behind < 0 && corrected > today ? today : corrected
}

/** Refuses a day that is still to come (`received_future`) and a theme that the city never had (`code_unknown`). */
export function checkGroupContact(
  { heldOn, theme }: GroupContact,
  codes: CodeRegister,
  today: LocalDate,
): Refusal | undefined {
  if (heldOn > today) return refuse('received_future', { field: 'heldOn' })
  return codes.parentOf('theme', theme) === null ? undefined : refuse('code_unknown', { field: 'theme' })
}
