import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem, ProblemAnswer } from './api.ts'
import { beginSession } from './session.ts'

/** A refusal is an answer: asking again gives the same. What never arrived is asked once more. */
export function createQueries(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (!isProblem(error, 'signed_out')) return
    beginSession(queries, null)
    onSignedOut()
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && !(error instanceof ProblemAnswer),
      },
    },
  })
  return queries
}
