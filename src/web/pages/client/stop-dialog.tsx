import { useState } from 'react'
import { announce } from '../../announcement.ts'
import { api, done, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useText } from '../../use-text.ts'

interface StopDialogProps {
  readonly cardId: string
  readonly onClose: () => void
  readonly onStopped: () => void
}

/** The person wants no card any more: said once, done at once, and not taken back. */
export const StopDialog = ({ cardId, onClose, onStopped }: StopDialogProps) => {
  const { t } = useText('card')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const stop = async () => {
    setBusy(true)
    try {
      await done(api['client-cards'][':id'].stop.$put({ param: { id: cardId }, json: {} }))
      announce({ sentence: t('stop.done') })
      onStopped()
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
  }
  return (
    <TaskDialog
      title={t('stop.title')}
      saveLabel={t('stop.save')}
      canSave
      isBusy={isBusy}
      failure={failure}
      onClose={onClose}
      onSave={() => void stop()}
    >
      <p>{t('stop.lead')}</p>
      <p>{t('stop.keeps')}</p>
    </TaskDialog>
  )
}
