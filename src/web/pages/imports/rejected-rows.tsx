import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { useState } from 'react'
import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useText } from '../../use-text.ts'
import { rejectedRowsPath } from '../file-path.ts'

type Answer = NonNullable<ImportDetail['answer']>
type Rejection = Answer['rejected'][number]

const firstShown = 20

/** The rows that stay out, each with what is wrong and what to do; all of them as a file. */
export const RejectedRows = ({ id, answer }: { id: string; answer: Answer }) => {
  const { t, language } = useText('imports')
  const [isAll, setAll] = useState(false)
  const { rejected, rejectedRows } = answer
  const shown = isAll ? rejected : rejected.slice(0, firstShown)
  const columns: Column<Rejection>[] = [
    { id: 'row', heading: t('rejected.row'), look: 'number', cell: ({ row }) => <span>{row}</span> },
    { id: 'column', heading: t('rejected.column'), cell: ({ column }) => <span>{column}</span> },
    {
      id: 'value',
      heading: t('rejected.value'),
      cell: ({ value }) => <span>{value || t('rejected.empty')}</span>,
    },
    { id: 'reason', heading: t('rejected.reason'), cell: ({ message }) => <span>{message}</span> },
  ]
  return (
    <div className="import-part">
      <h3>{t('rejected.title', { count: rejectedRows, shown: formatNumber(language, rejectedRows) })}</h3>
      <p>{t('rejected.lead')}</p>
      <DataTable
        caption={t('rejected.table')}
        columns={columns}
        rows={shown}
        keyOf={({ row }) => String(row)}
        stacks
      />
      <div className="import-buttons">
        {shown.length < rejected.length ? (
          <Button onPress={() => setAll(true)}>
            {t('rejected.more', { shown: formatNumber(language, rejected.length) })}
          </Button>
        ) : null}
        <a href={rejectedRowsPath(id, language)} download className="button button-plain">
          <DownloadSimpleIcon aria-hidden />
          {t('rejected.download')}
        </a>
      </div>
    </div>
  )
}
