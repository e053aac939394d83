import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { labelReader } from '../text/label.ts'
import { api, bodyOf } from './api.ts'
import { useText } from './use-text.ts'

export const codeListsQuery = queryOptions({
  queryKey: ['code-lists'],
  queryFn: () => bodyOf(api['code-lists'].$get({ query: {} })),
  staleTime: 600_000,
})

/** The city's words for its codes, in the reader's language. */
export function useLabels() {
  const { language } = useText()
  const { data } = useQuery(codeListsQuery)
  return useMemo(() => labelReader(data?.items ?? [], language), [data, language])
}
