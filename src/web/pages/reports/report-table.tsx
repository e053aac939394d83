import { Link } from '@tanstack/react-router'
import type { ReportChart } from '../../../contract/report.ts'
import type { RowFilter } from '../../../domain/report/row-filter.ts'
import { paths } from '../../paths.ts'
import type { RequestSearch } from '../../search.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { useText } from '../../use-text.ts'

interface ReportTableProps {
  readonly caption: string
  readonly table: ReportChart['table']
  /** How the list of requests finds what each row counts, for who may open that list. */
  readonly filters?: readonly (RowFilter | null)[] | undefined
}

/** A table of the report: columns of words first, then the numbers that the eye compares. */
export const ReportTable = ({ caption, table, filters }: ReportTableProps) => (
  <DataTable
    caption={caption}
    columns={table.headings.map((heading, position) => ({
      id: heading,
      heading,
      cell: ({ cells, filter }: { cells: string[]; filter: RowFilter | null | undefined }) =>
        filter && position === table.textColumns ? (
          <RowLink words={cells.slice(0, table.textColumns)} number={cells[position] ?? ''} search={filter} />
        ) : (
          cells[position]
        ),
      look: position >= table.textColumns ? ('number' as const) : undefined,
    }))}
    rows={table.rows.map((cells, position) => ({ cells, filter: filters?.[position] }))}
    keyOf={(_, position) => String(position)}
  />
)

interface RowLinkProps {
  readonly words: readonly string[]
  readonly number: string
  readonly search: RequestSearch
}

const RowLink = ({ words, number, search }: RowLinkProps) => {
  const { t } = useText()
  return (
    <Link
      to={paths.requests}
      search={search}
      className="number-link"
      aria-label={t('reports.showRows', { number, words: words.join(', ') })}
    >
      {number}
    </Link>
  )
}
