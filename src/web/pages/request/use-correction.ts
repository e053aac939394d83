import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { RequestFacts } from '../../../domain/request/request-fact.ts'
import { factsOf, type RequestRecord } from '../../../domain/request/request-record.ts'
import { announce } from '../../announcement.ts'
import { isProblem } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { historyQuery, keepSaved, requestQuery, saveCorrection } from './request-query.ts'

/** A colleague has changed the request since this person began. */
export interface Conflict {
  readonly base: RequestFacts
  readonly mine: RequestFacts
  readonly theirs: RequestRecord
  /** Null: the command line. */
  readonly who: string | null
}

interface Wish {
  /** The version that this person has seen. */
  readonly from: RequestRecord
  readonly wanted: RequestFacts
}

/** Saves a correction and offers the way back, or tells what a colleague changed meanwhile. */
export function useCorrection(on: {
  readonly saved: () => void
  readonly conflict: (conflict: Conflict) => void
}) {
  const { t } = useText('request')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (wish: Wish) => {
      try {
        return await saveCorrection(wish.from, wish.wanted)
      } catch (error) {
        if (!isProblem(error, 'version_stale')) throw error
        return readConflict(queries, wish)
      }
    },
    onSuccess: async (answer, { from }) => {
      if ('mine' in answer) return on.conflict(answer)
      const undo = async () => keepSaved(queries, await saveCorrection(answer, factsOf(from)))
      announce({ sentence: t('action.saved'), ...(answer.version === from.version ? {} : { undo }) })
      await keepSaved(queries, answer)
      on.saved()
    },
  })
}

async function readConflict(queries: QueryClient, { from, wanted }: Wish): Promise<Conflict> {
  const [theirs, history] = await Promise.all([
    queries.fetchQuery({ ...requestQuery(from.id), staleTime: 0 }),
    queries.fetchQuery({ ...historyQuery(from.id), staleTime: 0 }),
  ])
  return { base: factsOf(from), mine: wanted, theirs, who: history.items[0]?.by?.name ?? null }
}
