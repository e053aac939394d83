import { BookmarkSimpleIcon } from '@phosphor-icons/react/dist/csr/BookmarkSimple'
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple'
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash'
import { Suspense, useState } from 'react'
import type { RequestView } from '../../../contract/help-request.ts'
import { announce } from '../../announcement.ts'
import { later } from '../../lazy-part.tsx'
import { isNarrowed, type RequestSearch } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { PanelButton } from '../../ui/panel-button.tsx'
import { useText } from '../../use-text.ts'
import type { RequestSettings } from './use-request-settings.ts'
import { readViewSearch, writeViewSearch } from './view-search.ts'

const ViewDialog = later(() => import('./view-dialog.tsx').then((module) => ({ default: module.ViewDialog })))

interface ViewMenuProps {
  readonly filter: RequestSearch
  readonly settings: RequestSettings
  readonly onFilter: (filter: RequestSearch) => void
}

/** Filters that somebody keeps under a name: pick one, keep this one, rename or forget. */
export const ViewMenu = ({ filter, settings, onFilter }: ViewMenuProps) => {
  const { t } = useText('requests')
  const [edited, setEdited] = useState<RequestView | 'new'>()
  const search = writeViewSearch(filter)
  const shown = settings.views.find((view) => view.search === search)
  const forget = async (view: RequestView) => {
    await settings.forgetView(view)
    announce({ sentence: t('view.forgotten', { name: view.name }), undo: () => settings.putView(view) })
  }
  return (
    <>
      <PanelButton
        label={shown ? t('view.shown', { name: shown.name }) : t('view.menu')}
        icon={<BookmarkSimpleIcon aria-hidden />}
      >
        {(close) => (
          <div className="view-panel">
            {settings.views.length === 0 ? <p>{t('view.empty')}</p> : null}
            <ul>
              {settings.views.map((view) => (
                <li key={view.id} className="view-line">
                  <button
                    type="button"
                    className="button button-bare view-name"
                    aria-current={view === shown}
                    onClick={() => {
                      onFilter(readViewSearch(view.search))
                      close()
                    }}
                  >
                    {view.name}
                  </button>
                  <Button
                    look="bare"
                    aria-label={t('view.rename', { name: view.name })}
                    icon={<PencilSimpleIcon aria-hidden />}
                    onPress={() => setEdited(view)}
                  />
                  <Button
                    look="bare"
                    aria-label={t('view.forget', { name: view.name })}
                    icon={<TrashIcon aria-hidden />}
                    onPress={() => void forget(view).catch(settings.announceFailure)}
                  />
                </li>
              ))}
            </ul>
            {isNarrowed(filter) && !shown ? (
              <Button onPress={() => setEdited('new')}>{t('view.keep')}</Button>
            ) : null}
          </div>
        )}
      </PanelButton>
      {edited ? (
        <Suspense>
          <ViewDialog
            view={edited === 'new' ? undefined : edited}
            search={search}
            settings={settings}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
