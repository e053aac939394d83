import { TrayIcon } from '@phosphor-icons/react/dist/csr/Tray'
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ListedRequest } from '../../../contract/help-request.ts'
import { codeListsQuery } from '../../code-labels.ts'
import { isNarrowed, type RequestSearch } from '../../search.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { PrintButton } from './print-button.tsx'
import type { ColumnField } from './request-columns.ts'
import { requestListQuery } from './request-list.ts'
import { RequestTable } from './request-table.tsx'
import { RequestTools } from './request-tools.tsx'
import { RequestTotal } from './request-total.tsx'
import { useGoOn } from './use-go-on.ts'
import { useNearEnd } from './use-near-end.ts'
import type { RequestSettings } from './use-request-settings.ts'

interface RequestResultsProps {
  readonly filter: RequestSearch
  readonly settings: RequestSettings
  readonly onKeys: () => void
}

/** What the filter found: how many, what can be done with it, the rows, and more of them. */
export const RequestResults = ({ filter, settings, onKeys }: RequestResultsProps) => {
  const { t } = useText('requests')
  const list = useInfiniteQuery(requestListQuery(filter))
  const codes = useQuery(codeListsQuery)
  const loaded = useRows(list.data)
  const [paper, setPaper] = useState<readonly ListedRequest[]>()
  const requests = paper ?? loaded
  const goOn = useGoOn(loaded.length)
  const failed = list.error ?? codes.error
  if (failed && !(list.data && codes.data))
    return <QueryError error={failed} onRetry={() => void Promise.all([list.refetch(), codes.refetch()])} />
  if (!list.data || !codes.data || settings.isPending) return <LoadingState sentence={t('state.loading')} />
  if (requests.length === 0 && !list.isPlaceholderData) return <NoRequests isFiltered={isNarrowed(filter)} />
  // More is worth more than asking anew for what is here; two presses are one.
  const loadMore = () => list.fetchNextPage({ cancelRefetch: !list.isFetchingNextPage })
  return (
    <>
      <div className="request-head">
        <RequestTotal filter={filter} loaded={list.isPlaceholderData ? undefined : requests.length} />
        <RequestTools filter={filter} settings={settings} onKeys={onKeys}>
          <PrintButton filter={filter} hasMore={list.hasNextPage} onPaper={setPaper} />
        </RequestTools>
      </div>
      <RequestRows
        requests={requests}
        chosen={settings.columns}
        isOld={list.isPlaceholderData}
        isLoading={list.isFetchingNextPage}
        hasMore={list.hasNextPage && !list.isPlaceholderData && !list.error}
        onNear={() => void loadMore()}
        onMore={() => {
          goOn()
          void loadMore()
        }}
      />
      {list.error ? <QueryError error={list.error} onRetry={() => void list.fetchNextPage()} /> : null}
    </>
  )
}

interface RequestRowsProps {
  readonly requests: readonly ListedRequest[]
  readonly chosen: readonly ColumnField[]
  /** They are those of the filter before, until those of this one are here. */
  readonly isOld: boolean
  readonly isLoading: boolean
  readonly hasMore: boolean
  readonly onNear: () => void
  readonly onMore: () => void
}

/** More come when the end comes near; the button is for who does not scroll. */
const RequestRows = ({ requests, chosen, isOld, isLoading, hasMore, onNear, onMore }: RequestRowsProps) => {
  const { t } = useText('requests')
  const end = useNearEnd(hasMore && !isLoading, onNear)
  return (
    <div className={isOld ? 'request-rows request-rows-old' : 'request-rows'} aria-busy={isOld}>
      <RequestTable requests={requests} chosen={chosen} />
      <div ref={end} className="request-more">
        {hasMore ? (
          <Button data-more isPending={isLoading} onPress={onMore}>
            {isLoading ? t('moreBusy') : t('more')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

const useRows = (data: InfiniteData<{ items: ListedRequest[] }> | undefined) =>
  useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])

const NoRequests = ({ isFiltered }: { isFiltered: boolean }) => {
  const { t } = useText('requests')
  return (
    <EmptyState title={t('emptyTitle')} icon={<TrayIcon aria-hidden size={48} />}>
      <p>{isFiltered ? t('emptyFilter') : t('emptyCity')}</p>
    </EmptyState>
  )
}
