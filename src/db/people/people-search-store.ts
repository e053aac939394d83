import { type SqlBool, sql } from 'kysely'
import type { PeopleSearch } from '../../domain/people/people-search.ts'

/**
 * Whether a row has the role and all the words that are looked for: in its `name_words`, its `roles`, and the words of an
 * address, an SQL expression with a space before each word.
 */
export const isSought = ({ sought, roleWords, role }: PeopleSearch, mail: Words = nothing) => sql<SqlBool>`(
  (${role ?? null}::text is null or ${role ?? null}::text = any (roles))
  and (${sought.length === 0} or holds_all(
    name_words || ${mail}
      || (select coalesce(string_agg(${JSON.stringify(roleWords)}::jsonb ->> role, ''), '') from unnest(roles) as role),
    ${[...sought]}::text[])))`

/** Whether a row that is sought holds some of it in its role alone: who is called so comes first. */
export const isByRole = ({ sought }: PeopleSearch, mail: Words = nothing) =>
  sql<boolean>`(not holds_all(name_words || ${mail}, ${[...sought]}::text[]))`

type Words = ReturnType<typeof sql<string>>
const nothing = sql<string>`''`

/** An address as words with a space before each; `column` names it. */
export const wordsOfMail = (column: string) =>
  sql<string>`' ' || translate(${sql.ref(column)}, '.@-_+', '     ')`
