import { TrayIcon } from '@phosphor-icons/react/dist/csr/Tray'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ListedRequest } from '../../../contract/help-request.ts'
import { formatNumber } from '../../../text/format.ts'
import { codeListsQuery } from '../../code-labels.ts'
import type { RequestSearch } from '../../search.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { requestCountQuery, requestListQuery } from './request-list.ts'
import { RequestTable } from './request-table.tsx'

interface RequestResultsProps {
  readonly filter: RequestSearch
  readonly onClear: () => void
}

/** What the filter found: how many, the rows, and more of them. */
export const RequestResults = ({ filter, onClear }: RequestResultsProps) => {
  const { t } = useText('requests')
  const list = useInfiniteQuery(requestListQuery(filter))
  const codes = useQuery(codeListsQuery)
  const failed = list.error ?? codes.error
  if (failed && !(list.data && codes.data))
    return <QueryError error={failed} onRetry={() => void Promise.all([list.refetch(), codes.refetch()])} />
  if (!list.data || !codes.data) return <LoadingState sentence={t('state.loading')} />
  const requests = list.data.pages.flatMap(({ items }) => items)
  if (requests.length === 0)
    return (
      <NoRequests isFiltered={Object.values(filter).some((value) => value !== undefined)} onClear={onClear} />
    )
  return (
    <>
      <RequestTotal filter={filter} requests={requests} />
      <RequestTable requests={requests} />
      {list.error ? <QueryError error={list.error} onRetry={() => void list.fetchNextPage()} /> : null}
      {list.hasNextPage && !list.error ? (
        <Button isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {list.isFetchingNextPage ? t('moreBusy') : t('more')}
        </Button>
      ) : null}
    </>
  )
}

const RequestTotal = ({
  filter,
  requests,
}: {
  filter: RequestSearch
  requests: readonly ListedRequest[]
}) => {
  const { t, language } = useText('requests')
  const { data } = useQuery(requestCountQuery(filter))
  const total = data && formatNumber(language, data.requests)
  return (
    <div className="request-total" role="status">
      {data && total ? (
        <>
          <h2>{t('total', { count: data.requests, shown: total })}</h2>
          <p>{t('shown', { shown: formatNumber(language, requests.length), total })}</p>
        </>
      ) : null}
    </div>
  )
}

const NoRequests = ({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) => {
  const { t } = useText('requests')
  return (
    <EmptyState title={t('emptyTitle')} icon={<TrayIcon aria-hidden size={48} />}>
      <p>{isFiltered ? t('emptyFilter') : t('emptyCity')}</p>
      {isFiltered ? <Button onPress={onClear}>{t('clear')}</Button> : null}
    </EmptyState>
  )
}
