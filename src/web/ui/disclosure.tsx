import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import { type ReactNode, useId, useState } from 'react'
import './disclosure.css'

interface DisclosureProps {
  readonly label: string
  /** A function makes what must first be asked for: it is not called before somebody opens it. */
  readonly children: ReactNode | (() => ReactNode)
}

/** More of the same, one press away. Paper has no button, so there it is open. */
export const Disclosure = ({ label, children }: DisclosureProps) => {
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  const id = useId()
  return (
    <div className="disclosure">
      <button
        type="button"
        className="disclosure-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen)
          setWasOpen(true)
        }}
      >
        <CaretRightIcon aria-hidden className="disclosure-caret" />
        {label}
      </button>
      <div id={id} className="disclosure-panel" hidden={!isOpen}>
        {typeof children === 'function' ? wasOpen && children() : children}
      </div>
    </div>
  )
}
