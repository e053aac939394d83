import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Button } from './button.tsx'
import './dropdown.css'

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
  return (
    <div ref={frame}>
      <Disclosure className="dropdown" isExpanded={isOpen} onExpandedChange={setOpen}>
        <Button slot="trigger" look="bare" icon={icon} aria-label={label}>
          <span className="dropdown-text">{text}</span>
        </Button>
        <DisclosurePanel className="dropdown-panel">{children}</DisclosurePanel>
      </Disclosure>
    </div>
  )
}

function useClosing(close: () => void) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isInside = (target: EventTarget | null) => target instanceof Node && frame.current?.contains(target)
    const onElsewhere = ({ target }: Event) => {
      if (!isInside(target)) close()
    }
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape') return
      if (isInside(target)) frame.current?.querySelector('button')?.focus()
      close()
    }
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
      document.removeEventListener('keydown', onKey)
    }
  }, [close])
  return frame
}
