import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useBusy } from './use-busy.ts'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons at its end; the one that does it last. */
  readonly actions?: ReactNode
}

/**
 * A question on top of the page: the browser's own dialog, which keeps the keyboard inside, closes on Escape and gives
 * the focus back. It is open for as long as it is rendered.
 */
export const Dialog = ({ title, onClose, children, actions }: DialogProps) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useBusy(true)
  // Before the page changes: a dialog that is closed after it has left gives no focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="dialog-content">{children}</div>
      {actions ? <div className="dialog-actions">{actions}</div> : null}
    </dialog>
  )
}
