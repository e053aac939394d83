import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { Session } from '../../../contract/session.ts'
import { touch } from '../../pins-here.ts'
import { beginSession, sessionQuery } from '../../session.ts'

/**
 * Goes on as whoever signed in just now. The same person goes on where they were; for another everything that was fetched
 * is forgotten, and the page is anew. `staying`: who was here until their session ended.
 */
export function useBeginSession(staying?: string): (known?: Session) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async (known) => {
    touch()
    const before = queries.getQueryData(sessionQuery.queryKey)?.member.id ?? staying
    const session = known ?? (await queries.fetchQuery({ ...sessionQuery, staleTime: 0 }))
    if (session && before === session.member.id) queries.setQueryData(sessionQuery.queryKey, session)
    else beginSession(queries, session)
    await router.invalidate()
  }
}
