import { onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemAnswer } from './api.ts'
import { endsSession, isAway, sessionQuery } from './session.ts'

/** A refusal is an answer: asking again gives the same. What never arrived is asked once more. */
export function createQueries(onSignedOut: () => void): QueryClient {
  // Begun without a network it would not notice that there is one: it takes every page to begin with one.
  onlineManager.setOnline(navigator.onLine)
  const onError = (error: Error) => {
    if (!endsSession(error, queries)) return
    const { queryKey } = sessionQuery
    // Whoever began by a code, without a network, is signed in by it first.
    if (isAway(queries.getQueryData(queryKey))) return void queries.refetchQueries({ queryKey })
    // What was fetched goes when the next session begins: the page that is still open would ask for it again at once.
    queries.setQueryData(queryKey, null)
    onSignedOut()
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      // Asked also when the browser says that it is offline: the failure is then shown, and no figure of before.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && !(error instanceof ProblemAnswer),
      },
    },
  })
  return queries
}
