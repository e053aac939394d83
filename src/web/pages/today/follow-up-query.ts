import { queryOptions } from '@tanstack/react-query'
import type { FollowUp } from '../../../contract/follow-up.ts'
import { api, bodyOf } from '../../api.ts'
import type { FollowUpDraft } from '../desk/visit-draft.ts'

/** Everything that was noted for one request, done or not. */
export const followUpsOfQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['requests', 'follow-ups', requestId],
    queryFn: async () => (await bodyOf(api['follow-ups'].$get({ query: { requestId } }))).items,
  })

export const putFollowUp = (requestId: string, { id, ...content }: FollowUpDraft): Promise<FollowUp> =>
  bodyOf(api['follow-ups'][':id'].$put({ param: { id }, header: {}, json: { requestId, ...content } }))

export const completeFollowUp = ({ id }: Pick<FollowUp, 'id'>): Promise<FollowUp> =>
  bodyOf(api['follow-ups'][':id'].completion.$put({ param: { id } }))

export const reopenFollowUp = ({ id }: Pick<FollowUp, 'id'>): Promise<FollowUp> =>
  bodyOf(api['follow-ups'][':id'].completion.$delete({ param: { id } }))
