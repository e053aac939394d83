/**
 * An expected "no": a value, never an exception. `code` is stable (problem+json, --json answers) and is the key of
 * its sentence in text/<lang>/refusal.json; `details` fill that sentence's gaps.
 */
export interface Refusal {
  readonly refused: true
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

export const refuse = (code: string, details: Refusal['details'] = {}): Refusal => ({
  refused: true,
  code,
  details,
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
