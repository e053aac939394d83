import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../use-text.ts'
import { FailureNotice } from './failure-notice.tsx'

interface TaskDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly saveLabel?: string
  readonly onSave: () => void
  readonly canSave: boolean
  readonly isBusy: boolean
  readonly failure: string | undefined
  readonly children: ReactNode
}

/** A change in a dialog: what it is, what went wrong, and the two ways out. */
export const TaskDialog = (props: TaskDialogProps) => {
  const { t } = useText()
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" isDisabled={props.isBusy || !props.canSave} onPress={props.onSave}>
            {props.isBusy ? t('action.saving') : (props.saveLabel ?? t('action.save'))}
          </Button>
        </>
      }
    >
      <FailureNotice failure={props.failure} />
      {props.children}
    </Dialog>
  )
}
