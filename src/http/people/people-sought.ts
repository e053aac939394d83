import type { StaffLanguage } from '../../domain/language.ts'
import { type Role, role } from '../../domain/people/member.ts'
import { type PeopleSearch, soughtIn, spacedWords } from '../../domain/people/people-search.ts'
import { translator } from '../../text/translate.ts'

/** Whom a question looks for, with the roles as its reader calls them. */
export function readSought(
  { q, role: wanted }: { readonly q?: string | undefined; readonly role?: Role | undefined },
  language: StaffLanguage,
): PeopleSearch {
  const t = translator(language)
  // because: every role is in the list of roles
  const roleWords = Object.fromEntries(
    role.options.map((each) => [each, spacedWords(t(`app:role.${each}`))]),
  ) as Record<Role, string>
  return { sought: soughtIn(q ?? ''), roleWords, role: wanted }
}
