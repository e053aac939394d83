import { z } from 'zod'
import { hasRegisterNumber } from '../import/register-number.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { SensitiveLists } from '../request/request-difference.ts'
import { requestFacts } from '../request/request-fact.ts'
import { writtenText } from '../written-text.ts'
import { mostButtonCharacters, mostButtons } from './own-button-limit.ts'
import { type CodeRegister, checkQuestion } from './visit-rule.ts'

const { shape } = requestFacts

/** What a guide notes often, in one tap: what a button puts into the question of the form. */
export const ownButton = z.strictObject({
  id: z.guid().toLowerCase(),
  name: writtenText({ most: mostButtonCharacters }),
  theme: shape.theme,
  subTheme: shape.subTheme,
  actions: shape.actions,
  outcome: shape.outcome,
  whoDidIt: shape.whoDidIt,
})
export type OwnButton = z.infer<typeof ownButton>

/** All of one guide's, in their order. */
export const ownButtonList = z.array(ownButton).max(mostButtons)

/**
 * Refuses two of one name (`name_taken`), a code that the city never had or that belongs elsewhere (as checkQuestion does),
 * a sensitive one (`button_sensitive`: a button stands in sight of whoever is at the desk) and a national register number in
 * a name (`register_number`).
 */
export function checkOwnButtons(
  buttons: readonly OwnButton[],
  codes: CodeRegister,
  sensitive: SensitiveLists,
): Refusal | undefined {
  for (const [place, button] of buttons.entries()) {
    const { name, subTheme } = button
    const at = (field: string) => ({ field: `items.${place}.${field}` })
    if (buttons.findIndex((other) => other.name === name) < place) return refuse('name_taken', { name })
    if (hasRegisterNumber(name)) return refuse('register_number', at('name'))
    if (subTheme !== null && sensitive.theme.has(subTheme)) return refuse('button_sensitive', at('subTheme'))
    const refused = checkQuestion(button, codes)
    if (refused) return refuse(refused.code, at(String(refused.details.field)))
  }
  return undefined
}
