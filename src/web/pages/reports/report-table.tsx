import type { ReportChart } from '../../../contract/report.ts'
import { DataTable } from '../../ui/data-table.tsx'

interface ReportTableProps {
  readonly caption: string
  readonly table: ReportChart['table']
}

/** A table of the report: columns of words first, then the numbers that the eye compares. */
export const ReportTable = ({ caption, table }: ReportTableProps) => (
  <DataTable
    caption={caption}
    columns={table.headings.map((heading, position) => ({
      id: heading,
      heading,
      cell: (row: string[]) => row[position],
      look: position >= table.textColumns ? ('number' as const) : undefined,
    }))}
    rows={table.rows}
    keyOf={(_, position) => String(position)}
  />
)
