import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import './full-screen.css'

interface FullScreenProps {
  readonly label: string
  /** On Escape; without it nothing closes the screen but the page itself. */
  readonly onCancel?: () => void
  readonly children: ReactNode
}

/** In place of all else, over every dialog that is open: it is there for as long as it is rendered. */
export const FullScreen = ({ label, onCancel, children }: FullScreenProps) => {
  const screen = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = screen.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return createPortal(
    <dialog
      ref={screen}
      className="full-screen"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onCancel?.()
      }}
      // A second Escape closes it, whatever its first one was answered.
      onClose={() => screen.current?.showModal()}
    >
      {children}
    </dialog>,
    document.body,
  )
}
