import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Session } from '../contract/session.ts'
import { api, bodyOf, isProblem } from './api.ts'

/** Whether this is a demo, and whose buttons it offers; does not change while the server runs. */
export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: () => bodyOf(api.welcome.$get()),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Who is signed in; null = nobody. Any later answer `signed_out` sets it back to null (query.ts). */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: Number.POSITIVE_INFINITY,
})

/** Another session means other rows: whatever was fetched for the previous one is forgotten. */
export function beginSession(queries: QueryClient, session: Session | null): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== welcomeQuery.queryKey[0] })
  queries.setQueryData(sessionQuery.queryKey, session)
}

async function readSession(): Promise<Session | null> {
  try {
    return await bodyOf(api.session.$get())
  } catch (error) {
    if (isProblem(error, 'signed_out')) return null
    throw error
  }
}
