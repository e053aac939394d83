import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { changesTo } from '../../../domain/request/request-difference.ts'
import type { RequestFacts } from '../../../domain/request/request-fact.ts'
import { factsOf, type RequestRecord } from '../../../domain/request/request-record.ts'
import { api, bodyOf, onVersion } from '../../api.ts'

const one = api.requests[':id']

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'one', id],
    queryFn: (): Promise<RequestRecord> => bodyOf(one.$get({ param: { id } })),
  })

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'history', id],
    queryFn: () => bodyOf(one.history.$get({ param: { id } })),
  })

/** Makes of the request what `wanted` says, on the version that `from` is. */
export function saveCorrection(from: RequestRecord, wanted: RequestFacts): Promise<RequestRecord> {
  const json = changesTo(factsOf(from), wanted)
  return bodyOf(one.$patch({ param: { id: from.id }, json, header: {} }, onVersion(from.version)))
}

export const putVoiding = ({ id, version }: RequestRecord, reason: string): Promise<RequestRecord> =>
  bodyOf(one.voiding.$put({ param: { id }, json: { reason }, header: {} }, onVersion(version)))

export const deleteVoiding = ({ id, version }: RequestRecord): Promise<RequestRecord> =>
  bodyOf(one.voiding.$delete({ param: { id }, header: {} }, onVersion(version)))

/** What is on the screen says at once what was saved; lists and figures are asked again when they are next shown. */
export async function keepSaved(queries: QueryClient, saved: RequestRecord): Promise<void> {
  queries.setQueryData(requestQuery(saved.id).queryKey, saved)
  await Promise.all([
    queries.invalidateQueries({ queryKey: historyQuery(saved.id).queryKey }),
    queries.invalidateQueries({ queryKey: ['requests'], refetchType: 'none', predicate: isElsewhere }),
    queries.invalidateQueries({ queryKey: ['report'], refetchType: 'none' }),
  ])
}

const isElsewhere = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  queryKey[1] !== 'one' && queryKey[1] !== 'history'
