import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { DraftKeeper } from './draft-keeper.ts'
import type { MadeReport } from './pages-query.ts'
import { saveText, textsQuery } from './texts-query.ts'

/** Long enough to end a word, short enough that the page follows within a second. */
const pause = 600
const retry = 5_000

/** The texts of a report as somebody writes them; `isAllowed`: whether they may. */
export function useDrafts(report: MadeReport, isAllowed: boolean) {
  const queries = useQueryClient()
  const { from, to, language, projectId } = report
  const keeper = useMemo(() => {
    const place = { from, to, language, projectId }
    return new DraftKeeper({
      save: (passage, wanted, version) => saveText(place, passage, wanted, version),
      onSaved: () => {
        for (const queryKey of [
          ['report', 'pages'],
          ['reports', 'texts'],
        ])
          void queries.invalidateQueries({ queryKey })
      },
      ...{ pause, retry },
    })
  }, [queries, from, to, language, projectId])
  const { data, error, refetch } = useQuery({ ...textsQuery(report), enabled: isAllowed })
  useEffect(() => {
    if (data) keeper.take(data)
  }, [keeper, data])
  useEffect(() => {
    const again = () => keeper.retry()
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      keeper.retry()
    }
  }, [keeper])
  const drafts = useSyncExternalStore(keeper.subscribe, keeper.drafts)
  return { keeper, drafts, error, refetch }
}
