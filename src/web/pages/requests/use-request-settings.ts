import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RequestView } from '../../../contract/help-request.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, done, sayFailure } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { type ColumnField, readColumns } from './request-columns.ts'

interface Settings {
  readonly items: readonly RequestView[]
  readonly columns: readonly string[] | null
}

const settingsQuery = queryOptions({
  queryKey: ['request-settings'],
  queryFn: (): Promise<Settings> => bodyOf(api['request-views'].$get()),
})

/** What this person keeps of the list: named filters and columns. A change shows at once, and is taken back when it fails. */
export function useRequestSettings() {
  const { t } = useText('requests')
  const queries = useQueryClient()
  const { data, isPending } = useQuery(settingsQuery)
  const columns = useMemo(() => readColumns(data?.columns), [data?.columns])
  const keep = async (next: Settings, write: () => Promise<unknown>) => {
    await queries.cancelQueries(settingsQuery)
    const before = queries.getQueryData(settingsQuery.queryKey)
    queries.setQueryData(settingsQuery.queryKey, next)
    try {
      await write()
    } catch (error) {
      queries.setQueryData(settingsQuery.queryKey, before)
      throw error
    }
    await queries.invalidateQueries(settingsQuery)
  }
  const now = (): Settings => queries.getQueryData(settingsQuery.queryKey) ?? { items: [], columns: null }
  const putColumns = (chosen: readonly ColumnField[]) =>
    keep({ ...now(), columns: chosen }, () =>
      bodyOf(api['request-columns'].$put({ json: { columns: [...chosen] } })),
    )
  const putView = ({ id, name, search }: RequestView) =>
    keep({ ...now(), items: sorted([...without(now().items, id), { id, name, search }]) }, () =>
      bodyOf(api['request-views'][':id'].$put({ param: { id }, json: { name, search } })),
    )
  const forgetView = (view: RequestView) =>
    keep({ ...now(), items: without(now().items, view.id) }, () =>
      done(api['request-views'][':id'].$delete({ param: { id: view.id } })),
    )
  const announceFailure = (error: unknown) => announce({ sentence: sayFailure(error, t) })
  return { views: data?.items ?? [], columns, isPending, putColumns, putView, forgetView, announceFailure }
}

export type RequestSettings = ReturnType<typeof useRequestSettings>

const without = (views: readonly RequestView[], id: string) => views.filter((view) => view.id !== id)

const sorted = (views: readonly RequestView[]) =>
  [...views].sort((one, other) => one.name.localeCompare(other.name))
