import type { ImportValue } from '../../../contract/import-decision.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useText } from '../../use-text.ts'

/** Every value with its answer, each to be changed. */
export const ValueList = ({
  values,
  onChoose,
}: {
  readonly values: readonly ImportValue[]
  readonly onChoose: (position: number) => void
}) => {
  const { t } = useText('imports')
  const columns: Column<ImportValue>[] = [
    { id: 'value', heading: t('values.value'), cell: ({ value }) => <strong>{value}</strong> },
    { id: 'column', heading: t('values.column'), cell: ({ column }) => column },
    { id: 'count', heading: t('values.times'), look: 'number', cell: ({ count }) => <span>{count}</span> },
    {
      id: 'meaning',
      heading: t('values.meaning'),
      cell: ({ decided }) => (decided ? (decided.label ?? t('values.unknown')) : t('values.undecided')),
    },
    {
      id: 'change',
      heading: t('values.change'),
      cell: (value) => {
        const action = t(value.decided ? 'values.change' : 'values.answer')
        return (
          <Button
            onPress={() => onChoose(values.indexOf(value))}
            aria-label={t('values.changeOf', { action, value: value.value })}
          >
            {action}
          </Button>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={t('values.table')}
      columns={columns}
      rows={values}
      keyOf={({ field, spelling }) => `${field} ${spelling}`}
      stacks
    />
  )
}
