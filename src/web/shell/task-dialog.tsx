import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { useText } from '../use-text.ts'

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
      {props.failure ? (
        <Notice kind="error" word={t('state.errorWord')}>
          <p>{props.failure}</p>
        </Notice>
      ) : null}
      {props.children}
    </Dialog>
  )
}
