/**
 * What of a typed text there is room for. It is kept with one form of every letter (NFC), which in some scripts is longer
 * than what was typed; half of a letter that takes two places is none.
 */
export function fitting(typed: string, most: number): string {
  const kept = typed.normalize('NFC')
  return kept.length > most ? kept.slice(0, most).replace(/\p{Surrogate}$/u, '') : typed
}
