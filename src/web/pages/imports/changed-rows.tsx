import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { ChangedRow } from './changed-row.tsx'
import { changesQuery } from './import-query.ts'
import './changed-rows.css'

/** Rows that were imported before and say something else now. None is taken over unless somebody accepts it. */
export const ChangedRows = ({ detail: { id, answer } }: { detail: ImportDetail }) => {
  const { t, language } = useText('imports')
  const changed = answer?.changedRows ?? 0
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...changesQuery(id, language),
    enabled: changed > 0,
  })
  if (changed === 0) return null
  const changes = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="import-part">
      <h3>{t('changed.title', { count: changed, shown: formatNumber(language, changed) })}</h3>
      <p>{t('changed.lead')}</p>
      {!data && error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      <ul className="changed-rows">
        {changes.map((change) => (
          <ChangedRow key={change.row} importId={id} change={change} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className="import-buttons">
          <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('changed.more')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
