import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { sayFailure } from '../../api.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'

interface FormDialogProps {
  readonly title: string
  readonly submitLabel: string
  readonly busyLabel: string
  readonly onClose: () => void
  /** Does it; what it throws is said in the dialog, and what was filled in stays. */
  readonly onSubmit: () => Promise<void>
  readonly isReady?: boolean
  readonly children: ReactNode
}

/** A few fields and one button that does it. While it is being done, pressing again does nothing. */
export const FormDialog = (props: FormDialogProps) => {
  const { t } = useText('member')
  const form = useId()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await props.onSubmit()
    } catch (error) {
      setFailure(sayFailure(error, t))
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={isBusy || props.isReady === false}>
            {isBusy ? props.busyLabel : props.submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} className="member-form" onSubmit={(event) => void submit(event)}>
        {props.children}
      </form>
      <FailureNotice failure={failure} />
    </Dialog>
  )
}
