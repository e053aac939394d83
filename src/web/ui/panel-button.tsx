import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { type ReactNode, useCallback, useId, useState } from 'react'
import { useClosing } from './use-closing.ts'
import './panel-button.css'

interface PanelButtonProps {
  readonly label: string
  readonly icon?: ReactNode
  /** How many are on; shown behind the label, `countLabel` says it to who listens. */
  readonly count?: number
  readonly countLabel?: string
  readonly onOpen?: () => void
  readonly children: (close: () => void) => ReactNode
}

/** Choices behind a button: on a wide screen a panel over the page, on a narrow one below the button. */
export const PanelButton = ({ label, icon, count = 0, countLabel, onOpen, children }: PanelButtonProps) => {
  const [side, setSide] = useState<'start' | 'end'>()
  const id = useId()
  const close = useCallback(() => setSide(undefined), [])
  const frame = useClosing(close)
  const toggle = () => {
    if (side) return close()
    const box = frame.current?.getBoundingClientRect()
    setSide(box && box.x > innerWidth / 2 ? 'end' : 'start')
    onOpen?.()
  }
  return (
    <div ref={frame} className="panel-frame">
      <button
        type="button"
        className={`button button-plain panel-button${count > 0 ? ' panel-button-on' : ''}`}
        aria-expanded={side !== undefined}
        aria-controls={side && id}
        onClick={toggle}
      >
        {icon}
        {label}
        {count > 0 ? (
          <span className="panel-count" role="img" aria-label={countLabel}>
            {count}
          </span>
        ) : null}
        <CaretDownIcon aria-hidden className="panel-caret" />
      </button>
      {side ? (
        <fieldset id={id} aria-label={label} className={`panel panel-${side}`}>
          {children(() => {
            close()
            frame.current?.querySelector('button')?.focus()
          })}
        </fieldset>
      ) : null}
    </div>
  )
}
