import type { Rejection } from '../domain/import/import-answer.ts'
import type { ClosureRejection } from '../domain/import/import-closure.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { translator } from './translate.ts'

export type Explained<Rejected> = Omit<Rejected, 'limit'> & { readonly message: string }

/** Says of a rejected row what is wrong with it, and what to do. */
export const explainRejection = <Rejected extends Rejection | ClosureRejection>(
  { limit, ...rejection }: Rejected,
  language: StaffLanguage,
): Explained<Rejected> => ({
  ...rejection,
  message: translator(language)(`import:rejected.${rejection.reason}`, limit === undefined ? {} : { limit }),
})
