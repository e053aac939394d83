import { useState } from 'react'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { readDate } from '../../search.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useText } from '../../use-text.ts'
import { useChangePreview } from './change-preview.tsx'
import { reinstateDesk, retireDesk } from './place-writes.ts'
import { useRefreshPlaces } from './places-query.ts'

interface RetirementDialogProps {
  readonly desk: Desk
  readonly today: LocalDate
  readonly onClose: () => void
}

/** Retires a desk after its last day. Nothing of it is lost. */
export const RetirementDialog = ({ desk, today, onClose }: RetirementDialogProps) => {
  const { t } = useText('places')
  const [lastDay, setLastDay] = useState(today)
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const { isReady, view } = useChangePreview({ kind: 'retirement', id: desk.id, lastDay })
  const retire = () =>
    save(async () => {
      const retired = await retireDesk(desk, lastDay)
      return { sentence: t('desk.isRetired', { desk: desk.name }), undo: () => reinstateDesk(retired) }
    })
  return (
    <TaskDialog
      title={t('desk.retireTitle', { desk: desk.name })}
      onClose={onClose}
      saveLabel={t('desk.retire')}
      onSave={() => void retire()}
      canSave={isReady}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t('desk.retireLead')}</p>
      <DateField
        label={t('desk.lastDay')}
        date={lastDay}
        onDate={(day) => setLastDay(readDate(day) ?? lastDay)}
      />
      {view}
    </TaskDialog>
  )
}

/** Takes a retired desk into use again, with the hours that it had. */
export const ReinstatementDialog = ({ desk, onClose }: Omit<RetirementDialogProps, 'today'>) => {
  const { t } = useText('places')
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const { isReady, view } = useChangePreview({ kind: 'retirement', id: desk.id, lastDay: null })
  const reinstate = () =>
    save(async () => {
      const back = await reinstateDesk(desk)
      const undo = () => retireDesk(back, desk.lastDay ?? '')
      return { sentence: t('desk.isBack', { desk: desk.name }), undo }
    })
  return (
    <TaskDialog
      title={t('desk.reinstateTitle', { desk: desk.name })}
      onClose={onClose}
      saveLabel={t('desk.reinstate')}
      onSave={() => void reinstate()}
      canSave={isReady}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t('desk.reinstateLead')}</p>
      {view}
    </TaskDialog>
  )
}
