import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ListedImport } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { paths } from '../../paths.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { importsQuery } from './import-query.ts'
import { UndoImport } from './undo-import.tsx'

/** What was imported, by whom and when; what waits for a decision stands there too, and goes on from there. */
export const ImportHistory = () => {
  const { t } = useText('imports')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(importsQuery)
  const columns = useColumns()
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section aria-labelledby="import-history">
      <h2 id="import-history">{t('history.title')}</h2>
      {!data && error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState sentence={t('state.loading')} />}
      {data && rows.length === 0 ? <p>{t('history.empty')}</p> : null}
      {rows.length > 0 ? (
        <DataTable caption={t('history.title')} columns={columns} rows={rows} keyOf={({ id }) => id} stacks />
      ) : null}
      {hasNextPage ? (
        <div className="import-buttons">
          <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('history.more')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function useColumns(): Column<ListedImport>[] {
  const { t, language } = useText('imports')
  const momentOf = useMoment()
  const counted = (rows: number | null) => <span>{rows === null ? '–' : formatNumber(language, rows)}</span>
  return [
    {
      id: 'file',
      heading: t('history.file'),
      cell: ({ id, fileName }) => (
        <Link to={paths.import} params={{ id }} className="link import-name">
          {fileName}
        </Link>
      ),
    },
    { id: 'when', heading: t('history.when'), cell: ({ at }) => <span>{momentOf(at)}</span> },
    { id: 'by', heading: t('history.by'), cell: ({ by }) => <span>{by ?? t('history.command')}</span> },
    {
      id: 'for',
      heading: t('history.organization'),
      cell: ({ organization }) => <span>{organization ?? '–'}</span>,
    },
    { id: 'state', heading: t('history.state'), cell: ({ state }) => <span>{t(`stateIs.${state}`)}</span> },
    {
      id: 'imported',
      heading: t('history.imported'),
      look: 'number',
      cell: ({ imported }) => counted(imported),
    },
    {
      id: 'rejected',
      heading: t('history.rejected'),
      look: 'number',
      cell: ({ rejected }) => counted(rejected),
    },
    {
      id: 'undo',
      heading: t('history.undo'),
      cell: (row) =>
        row.isUndoable ? (
          <UndoImport {...row} />
        ) : (
          <span>{row.state === 'done' && row.imported ? t('undo.tooLate') : '–'}</span>
        ),
    },
  ]
}
