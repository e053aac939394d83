import { DeviceTabletIcon } from '@phosphor-icons/react/dist/csr/DeviceTablet'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeviceAnswer } from '../../../contract/device.ts'
import { formatShortDate } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { devicesQuery } from './devices-query.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { RevocationDialog } from './revocation-dialog.tsx'

type Task = { readonly device: DeviceAnswer; readonly kind: 'rename' | 'revoke' }

/** The browsers at the desks: their names, and the way to end one. */
export const DeviceSection = () => {
  const { t } = useText('devices')
  const { data, error, refetch } = useQuery(devicesQuery)
  const [task, setTask] = useState<Task>()
  const columns = useColumns(setTask)
  const close = () => setTask(undefined)
  return (
    <section aria-labelledby="devices" className="devices">
      <h2 id="devices">{t('list.title')}</h2>
      {error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState level="h2" title={t('list.emptyTitle')} icon={<DeviceTabletIcon aria-hidden size={48} />}>
          <p>{t('list.empty')}</p>
        </EmptyState>
      ) : data ? (
        <DataTable
          stacks
          caption={t('list.title')}
          columns={columns}
          rows={data.items}
          keyOf={({ id }) => id}
        />
      ) : error ? null : (
        <LoadingState sentence={t('state.loading')} />
      )}
      {task?.kind === 'rename' ? <RenameDialog device={task.device} onClose={close} /> : null}
      {task?.kind === 'revoke' ? <RevocationDialog device={task.device} onClose={close} /> : null}
    </section>
  )
}

function useColumns(onTask: (task: Task) => void): Column<DeviceAnswer>[] {
  const { t, language } = useText('devices')
  const moment = useMoment()
  return [
    { id: 'name', heading: t('list.name'), cell: ({ name }) => <strong>{name}</strong> },
    { id: 'by', heading: t('list.by'), cell: ({ registeredBy }) => <span>{registeredBy}</span> },
    {
      id: 'seen',
      heading: t('list.seen'),
      look: 'tight',
      cell: ({ lastSeenOn }) => <span>{formatShortDate(language, lastSeenOn)}</span>,
    },
    {
      id: 'state',
      heading: t('list.state'),
      cell: ({ revokedAt }) =>
        revokedAt ? (
          <span className="devices-quiet">{t('list.revokedAt', { moment: moment(revokedAt) })}</span>
        ) : (
          <span>{t('list.inUse')}</span>
        ),
    },
    {
      id: 'actions',
      heading: t('list.actions'),
      cell: (device) =>
        device.revokedAt ? null : (
          <div className="devices-actions">
            <Button
              look="bare"
              aria-label={t('rename.of', { name: device.name })}
              onPress={() => onTask({ device, kind: 'rename' })}
            >
              {t('rename.short')}
            </Button>
            <Button
              look="bare"
              aria-label={t('revoke.of', { name: device.name })}
              onPress={() => onTask({ device, kind: 'revoke' })}
            >
              {t('revoke.short')}
            </Button>
          </div>
        ),
    },
  ]
}
