import type { Closure } from '../../../contract/closure.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { useText } from '../../use-text.ts'
import { useChangePreview } from './change-preview.tsx'
import { useDaySpan } from './day-span.ts'
import { keepClosure, removeClosure } from './place-writes.ts'
import { useRefreshPlaces } from './places-query.ts'

/** Opens the days of a closure again, all of them. */
export const RemoveClosureDialog = ({ closure, onClose }: { closure: Closure; onClose: () => void }) => {
  const { t } = useText('places')
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const days = useDaySpan()(closure)
  const { isReady, view } = useChangePreview({ kind: 'closure', id: closure.id, closure: null })
  const remove = () =>
    save(async () => {
      await removeClosure(closure)
      return { sentence: t('closure.removed', { days }), undo: () => keepClosure(closure) }
    })
  return (
    <TaskDialog
      title={t('closure.removeTitle')}
      onClose={onClose}
      saveLabel={closure.from < closure.to ? t('closure.removeAll') : t('closure.remove')}
      onSave={() => void remove()}
      canSave={isReady}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t('closure.removeLead', { days, reason: closure.reason })}</p>
      {closure.from < closure.to ? <p>{t('closure.removeWhole')}</p> : null}
      {view}
    </TaskDialog>
  )
}
