import { z } from 'zod'
import { reportFormat } from './report-format.ts'

/** The formats that people open from a mail. */
export const mailedFormat = reportFormat.extract(['pdf', 'docx'])
export type MailedFormat = z.infer<typeof mailedFormat>

/** How many addresses one mailing goes to, and how long its message may be. */
export const mostAddresses = 50
export const longestMessage = 1000

/** Mail servers commonly take ten megabytes, and a file grows by a third on its way. */
export const heaviestFiles = 7_500_000

export interface LetterFacts {
  readonly acceptedAt: Date | null
  readonly failedAt: Date | null
}

/** What became of one letter. `waiting`: it is to go out yet. */
export const letterState = z.enum(['waiting', 'accepted', 'failed'])

export function stateOfLetter({ acceptedAt, failedAt }: LetterFacts): z.infer<typeof letterState> {
  if (acceptedAt) return 'accepted'
  return failedAt ? 'failed' : 'waiting'
}

/** A failure of the mail server itself, not of one address: the other letters need not try. */
export const isOfServer = (failure: string): boolean => failure !== 'mail_refused'
