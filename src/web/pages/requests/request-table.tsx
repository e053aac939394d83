import { memo, useMemo } from 'react'
import type { ListedRequest } from '../../../contract/help-request.ts'
import { useLabels } from '../../code-labels.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { useText } from '../../use-text.ts'
import { fieldColumns } from './field-columns.tsx'
import { groupedColumns } from './grouped-columns.tsx'
import type { ColumnField } from './request-columns.ts'
import { useReturnToOpened } from './use-return-to-opened.ts'

interface RequestTableProps {
  readonly requests: readonly ListedRequest[]
  /** None = the usual ones. */
  readonly chosen: readonly ColumnField[]
}

const usualColumns = 6

/** One row per request. Drawn anew only when its rows or columns change: hundreds of them may stand here. */
export const RequestTable = memo(({ requests, chosen }: RequestTableProps) => {
  const { t, language } = useText('requests')
  const label = useLabels()
  const columns = useMemo(
    () => (chosen.length > 0 ? fieldColumns(chosen, t, language, label) : groupedColumns(t, language, label)),
    [chosen, t, language, label],
  )
  useReturnToOpened()
  return (
    <DataTable
      stacks
      isWide={chosen.length > usualColumns}
      caption={t('table')}
      columns={columns}
      rows={requests}
      keyOf={keyOf}
    />
  )
})

const keyOf = ({ id }: ListedRequest) => id
