import { useState } from 'react'
import { announce } from '../../announcement.ts'
import { api, done, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useText } from '../../use-text.ts'

interface EraseDialogProps {
  readonly id: string
  readonly onClose: () => void
  readonly onErased: () => void
}

/** Back to without a name. */
export const EraseDialog = ({ id, onClose, onErased }: EraseDialogProps) => {
  const { t } = useText('card')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const erase = async () => {
    setBusy(true)
    try {
      await done(api.clients[':id'].file.$delete({ param: { id } }))
      announce({ sentence: t('erase.done') })
      onErased()
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
  }
  return (
    <TaskDialog
      title={t('erase.title')}
      saveLabel={t('erase.save')}
      canSave
      isBusy={isBusy}
      failure={failure}
      onClose={onClose}
      onSave={() => void erase()}
    >
      <p>{t('erase.lead')}</p>
    </TaskDialog>
  )
}
