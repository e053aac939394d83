import { FileArrowDownIcon } from '@phosphor-icons/react/dist/csr/FileArrowDown'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RequestExport } from '../../../contract/request-export.ts'
import { formatNumber } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { useFilterWords } from './export-filter.ts'
import { exportsQuery } from './export-query.ts'

/** Who took help requests along as a file: when, which, with which columns and why. */
export const ExportList = () => {
  const { t, language } = useText('privacy')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(exportsQuery)
  const columns = useColumns()
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  if (!data) return error ? <QueryError error={error} onRetry={() => void refetch()} /> : <Loading />
  if (rows.length === 0)
    return (
      <EmptyState title={t('exports.emptyTitle')} icon={<FileArrowDownIcon aria-hidden size={48} />}>
        <p>{t('exports.empty')}</p>
      </EmptyState>
    )
  return (
    <section aria-labelledby="exports" className="exports">
      <div className="exports-head">
        <h2 id="exports">{t('exports.title')}</h2>
        <Button icon={<PrinterIcon aria-hidden />} onPress={() => window.print()}>
          {t('exports.print')}
        </Button>
      </div>
      <p className="exports-lead">{t('exports.lead')}</p>
      <DataTable stacks caption={t('exports.title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      {hasNextPage ? (
        <>
          <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('more')}
          </Button>
          <p className="exports-part">{t('exports.part', { shown: formatNumber(language, rows.length) })}</p>
        </>
      ) : null}
    </section>
  )
}

const Loading = () => <LoadingState sentence={useText().t('state.loading')} />

const closeFields = {
  hour: 'field.receivedTime',
  guide: 'field.guide',
  neighbourhood: 'field.neighbourhood',
  words: 'field.ownWords',
} as const

function useColumns(): Column<RequestExport>[] {
  const { t, language } = useText('privacy')
  const moment = useMoment()
  const { t: say } = useText('requests')
  const filterWords = useFilterWords()
  return [
    {
      id: 'when',
      heading: t('exports.when'),
      cell: ({ exportedAt }) => <span>{moment(exportedAt)}</span>,
    },
    { id: 'by', heading: t('exports.by'), cell: ({ by }) => <span>{by}</span> },
    {
      id: 'file',
      heading: t('exports.file'),
      cell: ({ requests, format }) => (
        <Facts
          facts={[
            t('exports.rows', { count: requests, shown: formatNumber(language, requests) }),
            say(`export.${format}`),
          ]}
          quietAfter={1}
        />
      ),
    },
    {
      id: 'which',
      heading: t('exports.which'),
      cell: ({ filter }) => <Facts facts={filterWords(filter)} />,
    },
    {
      id: 'columns',
      heading: t('exports.columns'),
      cell: ({ closeColumns }) =>
        closeColumns.length === 0 ? (
          <span>{t('exports.noColumns')}</span>
        ) : (
          <Facts facts={closeColumns.map((column) => say(closeFields[column]))} />
        ),
    },
    { id: 'reason', heading: t('exports.reason'), cell: ({ reason }) => <span>{reason}</span> },
  ]
}
