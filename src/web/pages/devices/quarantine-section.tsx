import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuarantinedVisit } from '../../../contract/quarantine.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { quarantineQuery } from './devices-query.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { QuarantinedDialog } from './quarantined-dialog.tsx'

type Task = { readonly one: QuarantinedVisit; readonly kind: 'open' | 'discard' }

/** What waits for the coordinator; nothing is shown where nothing waits. */
export const QuarantineSection = () => {
  const { t } = useText('devices')
  const { data, error, refetch } = useQuery(quarantineQuery)
  const [task, setTask] = useState<Task>()
  const columns = useColumns(setTask)
  const close = () => setTask(undefined)
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data || data.total === 0) return null
  return (
    <section aria-labelledby="quarantine" className="devices">
      <h2 id="quarantine">{t('quarantine.title')}</h2>
      <p className="devices-quiet">{t('quarantine.lead', { count: data.total })}</p>
      <DataTable
        stacks
        caption={t('quarantine.title')}
        columns={columns}
        rows={data.items}
        keyOf={({ id }) => id}
      />
      {task?.kind === 'open' ? <QuarantinedDialog one={task.one} onClose={close} /> : null}
      {task?.kind === 'discard' ? <DiscardDialog one={task.one} onClose={close} /> : null}
    </section>
  )
}

function useColumns(onTask: (task: Task) => void): Column<QuarantinedVisit>[] {
  const { t } = useText('devices')
  const moment = useMoment()
  return [
    {
      id: 'received',
      heading: t('quarantine.received'),
      cell: ({ receivedAt }) => <span>{moment(receivedAt)}</span>,
    },
    {
      id: 'author',
      heading: t('quarantine.author'),
      cell: ({ author, isAuthorOut, isUndone }) => (
        <Facts
          facts={[author, isAuthorOut ? t('quarantine.out') : null, isUndone ? t('quarantine.undone') : null]}
          quietAfter={1}
        />
      ),
    },
    {
      id: 'device',
      heading: t('quarantine.device'),
      cell: ({ device, isDeviceRevoked }) => (
        <Facts facts={[device, isDeviceRevoked ? t('quarantine.revoked') : null]} quietAfter={1} />
      ),
    },
    {
      id: 'actions',
      heading: t('list.actions'),
      cell: (one) => (
        <div className="devices-actions">
          <Button look="bare" onPress={() => onTask({ one, kind: 'open' })}>
            {t('quarantine.open')}
          </Button>
          <Button look="bare" onPress={() => onTask({ one, kind: 'discard' })}>
            {t('discard.short')}
          </Button>
        </div>
      ),
    },
  ]
}
