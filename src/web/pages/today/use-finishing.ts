import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UnfinishedRequest } from '../../../contract/unfinished-request.ts'
import type { RequestChanges } from '../../../domain/request/request-fact.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, isProblem, onVersion, sayFailure } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { unfinishedQuery } from './unfinished-query.ts'

/** Saves what one request still missed. Where a colleague changed it meanwhile, it is read anew and nothing is lost. */
export function useFinishing({ id, version }: UnfinishedRequest, onDone: () => void) {
  const { t } = useText('today')
  const queries = useQueryClient()
  const { queryKey } = unfinishedQuery
  const saving = useMutation({
    mutationFn: (changes: RequestChanges) =>
      bodyOf(api.requests[':id'].$patch({ param: { id }, header: {}, json: changes }, onVersion(version))),
    onSuccess: () => {
      announce({ sentence: t('unfinished.done') })
      onDone()
      queries.setQueryData(queryKey, (all) => all?.filter((one) => one.id !== id))
      return queries.invalidateQueries({ queryKey: ['requests'] })
    },
    onError: async (error) => {
      if (!isProblem(error, 'version_stale') && !isProblem(error, 'request_voided')) return
      const all = await queries.fetchQuery({ ...unfinishedQuery, staleTime: 0 })
      if (!all.some((one) => one.id === id)) announce({ sentence: t('unfinished.elsewhere') })
    },
  })
  return {
    save: saving.mutate,
    isBusy: saving.isPending,
    failure: saving.error ? sayFailure(saving.error, t) : undefined,
  }
}
