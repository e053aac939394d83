import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ImportDetail } from '../../../contract/import.ts'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'
import { importQuery } from './import-query.ts'

/** Does something with an import, shows at once how it stands then, and goes to the step where that is. */
export function useStep<Given = void>(work: (given: Given) => Promise<ImportDetail>) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { language } = useText()
  return useMutation({
    mutationFn: work,
    onSuccess: async (detail) => {
      queries.setQueryData(importQuery(detail.id, language).queryKey, detail)
      void queries.invalidateQueries({
        queryKey: ['imports'],
        predicate: ({ queryKey }) => queryKey[1] !== 'one',
      })
      await navigate({ to: paths.import, params: { id: detail.id }, search: {} })
    },
    // What stands there now may be other than what was shown.
    onError: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  })
}
