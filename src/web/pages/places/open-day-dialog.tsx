import type { Closure } from '../../../contract/closure.ts'
import { closeDay, openDay } from '../../../domain/calendar/closure.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { formatDate } from '../../../text/format.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { useText } from '../../use-text.ts'
import { useChangePreview } from './change-preview.tsx'
import { previewOf } from './closure-draft.ts'
import { useDaySpan } from './day-span.ts'
import { keepClosure } from './place-writes.ts'
import { useRefreshPlaces } from './places-query.ts'

interface OpenDayDialogProps {
  readonly closure: Closure
  readonly date: LocalDate
  readonly onClose: () => void
}

/** Opens one day of a longer closure, or closes it again; the other days stay closed. */
export const OpenDayDialog = ({ closure, date, onClose }: OpenDayDialogProps) => {
  const { t, language } = useText('places')
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const isOpen = closure.openOn.includes(date)
  const changed = isOpen ? closeDay(closure, date) : openDay(closure, date)
  const { isReady, view } = useChangePreview(changed && previewOf(changed))
  const gaps = { day: formatDate(language, date), days: useDaySpan()(closure), reason: closure.reason }
  if (!changed) return null
  const keep = () =>
    save(async () => {
      const kept = await keepClosure(changed, closure.version)
      const sentence = isOpen ? t('openDay.closed', gaps) : t('openDay.opened', gaps)
      return { sentence, undo: () => keepClosure(closure, kept.version) }
    })
  return (
    <TaskDialog
      title={isOpen ? t('openDay.closeTitle', gaps) : t('openDay.title', gaps)}
      onClose={onClose}
      saveLabel={isOpen ? t('openDay.close') : t('openDay.open')}
      onSave={() => void keep()}
      canSave={isReady}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{isOpen ? t('openDay.closeLead', gaps) : t('openDay.lead', gaps)}</p>
      {view}
    </TaskDialog>
  )
}
