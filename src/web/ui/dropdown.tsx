import { type ReactNode, useCallback, useId, useState } from 'react'
import { Button } from './button.tsx'
import './dropdown.css'
import { useClosing } from './use-closing.ts'

interface DropdownProps {
  readonly label: string
  readonly icon: ReactNode
  /** Shown beside the icon where there is room. */
  readonly text: string
  readonly children: ReactNode
}

/** A few controls behind one button; Escape, a press elsewhere or leaving it with the keyboard closes it. */
export const Dropdown = ({ label, icon, text, children }: DropdownProps) => {
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const frame = useClosing(close)
  const id = useId()
  return (
    <div ref={frame} className="dropdown">
      <Button
        look="bare"
        icon={icon}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        <span className="dropdown-text">{text}</span>
      </Button>
      <div id={id} className="dropdown-panel" hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}
