import { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'
import { mostMinutes } from '../request/request-field.ts'
import { codedField } from './import-field.ts'

/** The fields whose values somebody can decide on. */
export const mappedField = z.enum([...codedField.options, 'minutes'])

/**
 * What somebody decided about values that nothing knows: `{"nationality": {"Atlantis": null, "Zemblan": "RU"}}`. Null
 * is unknown, anything else a code; for `minutes` a whole number.
 */
const importMapping = z.partialRecord(
  mappedField,
  z.record(z.string(), z.union([z.string(), z.int().min(0).max(mostMinutes), z.null()])),
)
export type ImportMapping = z.infer<typeof importMapping>

/** Refuses a mapping with a field that an import does not know or with a value that is no code: `mapping_invalid`. */
export function parseMapping(given: unknown): ImportMapping | Refusal {
  const parsed = importMapping.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const keys = issue?.code === 'unrecognized_keys' || issue?.code === 'invalid_key' ? issue : undefined
  const place = keys && 'keys' in keys ? keys.keys : (issue?.path ?? [])
  return refuse('mapping_invalid', { place: place.map(String).join(' › ') })
}
