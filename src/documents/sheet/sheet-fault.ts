import { type Refusal, refuse } from '../../domain/refusal.ts'

/** What is wrong with a file, thrown where a parser has to stop halfway; refusalOf makes it a value again. */
export class SheetFault extends Error {
  readonly refusal: Refusal
  constructor(code: string, details: Refusal['details'] = {}) {
    super(code)
    this.refusal = refuse(code, details)
  }
}

/** The refusal behind a fault. Throws whatever else was thrown: a disk that fails, a bug. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof SheetFault) return error.refusal
  throw error
}
