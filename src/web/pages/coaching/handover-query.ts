import { queryOptions } from '@tanstack/react-query'
import type { Handover } from '../../../contract/handover.ts'
import { api, bodyOf, onVersion } from '../../api.ts'
import { newId } from '../../new-id.ts'

const one = api.handovers[':id']

/** What was offered by and to whoever is signed in, of one request or all. */
export const handoversQuery = (requestId?: string) =>
  queryOptions({
    queryKey: ['coaching', 'handovers', requestId ?? 'all'],
    queryFn: async () => (await bodyOf(api.handovers.$get({ query: requestId ? { requestId } : {} }))).items,
  })

export const colleaguesQuery = queryOptions({
  queryKey: ['coaching', 'colleagues'],
  queryFn: async () => (await bodyOf(api['handover-colleagues'].$get())).items,
})

export const offerRequest = (offer: {
  readonly requestId: string
  readonly toId: string
  readonly reason: string
}): Promise<Handover> => bodyOf(one.$put({ param: { id: newId() }, json: offer }))

export const acceptHandover = ({ id, version }: Handover): Promise<Handover> =>
  bodyOf(one.acceptance.$put({ param: { id }, header: {} }, onVersion(version)))

export const endHandover = ({ id, version }: Handover): Promise<Handover> =>
  bodyOf(one.ending.$put({ param: { id }, header: {} }, onVersion(version)))
