import type { Context } from 'hono'
import type { Wanted } from '../../db/request/help-request-store.ts'
import { actorOf, type SignedIn } from '../../domain/people/session.ts'
import {
  checkFilter,
  type RequestFilter,
  searchOfFilter,
  writeSearch,
} from '../../domain/request/request-filter.ts'
import type { RequestEnv } from '../context.ts'
import { orProblem } from '../problem.ts'

/** A filter as the database asks it; words are read in the language of the request. Ends the request as checkFilter says. */
export async function readWanted(
  c: Context<RequestEnv>,
  signedIn: SignedIn,
  { q, ...filter }: RequestFilter,
): Promise<Wanted & { readonly onlyTheme?: string }> {
  orProblem(checkFilter(filter))
  const { services, language } = c.var
  const codes = searchOfFilter(filter)
  const words = q ? await services.search.read(actorOf(signedIn), q, language, services.now().getTime()) : []
  const [theme, ...others] = codes.length === 1 && words.length === 0 ? (filter.theme ?? []) : []
  const only = theme !== undefined && others.length === 0 ? { onlyTheme: theme } : {}
  return {
    ...only,
    asked: writeSearch([...codes, ...words], signedIn.city.id),
    from: filter.from,
    to: filter.to,
  }
}
