import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import { type ReactNode, useId, useState } from 'react'
import './disclosure.css'

/** More of the same, one press away. Paper has no button, so there it is always open. */
export const Disclosure = ({ label, children }: { label: string; children: ReactNode }) => {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="disclosure">
      <button
        type="button"
        className="disclosure-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <CaretRightIcon aria-hidden className="disclosure-caret" />
        {label}
      </button>
      <div id={id} className="disclosure-panel" hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}
