import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useText } from '../../use-text.ts'

interface LongTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

const step = 100

/** A table that begins with its first rows and goes on when somebody asks: each row has buttons of its own. */
export const LongTable = <Row,>({ rows, ...props }: LongTableProps<Row>) => {
  const { t } = useText('members')
  const [shown, setShown] = useState(step)
  return (
    <>
      <DataTable stacks rows={rows.slice(0, shown)} {...props} />
      {rows.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + step)}>{t('more')}</Button>
        </div>
      ) : null}
    </>
  )
}
