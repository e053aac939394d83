import type { StaffLanguage } from '../domain/language.ts'
import { localDate } from '../domain/local-date.ts'
import type { Refusal } from '../domain/refusal.ts'
import { formatDate } from './format.ts'
import { translator } from './translate.ts'

/** What a refusal says to whoever asked, with its days written as people write them. */
export function refusalMessage(
  language: StaffLanguage,
  { code, details }: Pick<Refusal, 'code' | 'details'>,
): string {
  const gaps = Object.entries(details).map(([name, value]) => {
    const day = localDate.safeParse(value)
    return [name, day.success ? formatDate(language, day.data) : value]
  })
  return translator(language)(`refusal:${code}`, Object.fromEntries(gaps))
}
