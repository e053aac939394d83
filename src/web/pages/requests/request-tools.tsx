import { ColumnsIcon } from '@phosphor-icons/react/dist/csr/Columns'
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { KeyboardIcon } from '@phosphor-icons/react/dist/csr/Keyboard'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useState } from 'react'
import { later } from '../../lazy-part.tsx'
import type { RequestSearch } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { RequestSettings } from './use-request-settings.ts'

const ColumnsDialog = later(() =>
  import('./columns-dialog.tsx').then((module) => ({ default: module.ColumnsDialog })),
)
const ExportDialog = later(() =>
  import('./export-dialog.tsx').then((module) => ({ default: module.ExportDialog })),
)

interface RequestToolsProps {
  readonly filter: RequestSearch
  readonly settings: RequestSettings
  readonly onKeys: () => void
  readonly children: ReactNode
}

/** What can be done with the list: its columns, paper, a file for who may take one, and the keys that work in it. */
export const RequestTools = ({ filter, settings, onKeys, children }: RequestToolsProps) => {
  const { t } = useText('requests')
  const { data: session } = useQuery(sessionQuery)
  const [open, setOpen] = useState<'columns' | 'export'>()
  const close = () => setOpen(undefined)
  return (
    <div className="request-tools">
      <Button icon={<ColumnsIcon aria-hidden />} onPress={() => setOpen('columns')}>
        {t('columns.open')}
      </Button>
      {children}
      {session?.rights.includes('requests.export') ? (
        <Button icon={<DownloadSimpleIcon aria-hidden />} onPress={() => setOpen('export')}>
          {t('export.open')}
        </Button>
      ) : null}
      <Button
        look="bare"
        icon={<KeyboardIcon aria-hidden size={24} />}
        aria-label={t('keys.open')}
        onPress={onKeys}
      />
      <Suspense>
        {open === 'columns' ? <ColumnsDialog settings={settings} onClose={close} /> : null}
        {open === 'export' && session ? (
          <ExportDialog filter={filter} city={session.city} onClose={close} />
        ) : null}
      </Suspense>
    </div>
  )
}
