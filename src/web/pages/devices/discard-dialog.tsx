import { useState } from 'react'
import type { QuarantinedVisit } from '../../../contract/quarantine.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { api, done } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { TypedField } from '../../typed-field.tsx'
import { useText } from '../../use-text.ts'
import { useTask } from './use-task.ts'

/** Discarding erases for good, so it asks why. */
export const DiscardDialog = ({ one, onClose }: { one: QuarantinedVisit; onClose: () => void }) => {
  const { t } = useText('devices')
  const { run, isBusy, failure } = useTask(onClose)
  const [reason, setReason] = useState('')
  const discard = () =>
    run(
      () =>
        done(api['quarantined-visits'][':id'].discarding.$put({ param: { id: one.id }, json: { reason } })),
      t('discard.done'),
    )
  return (
    <TaskDialog
      title={t('discard.title', { name: one.author })}
      onClose={onClose}
      saveLabel={t('discard.short')}
      onSave={() => void discard()}
      canSave={reason.trim().length >= 5 && !hasRegisterNumber(reason)}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t('discard.lead')}</p>
      {one.isUndone ? <p>{t('discard.undone', { name: one.author })}</p> : null}
      <TypedField
        label={t('discard.reason')}
        hint={t('discard.hint')}
        maxLength={200}
        value={reason}
        onChange={(text) => setReason(text ?? '')}
      />
    </TaskDialog>
  )
}
