import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown'
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import type { MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useText } from '../../use-text.ts'

interface ColumnLineProps {
  readonly name: string
  /** Its place among the chosen ones; -1 = not chosen. */
  readonly place: number
  readonly count: number
  readonly onTick: (isOn: boolean) => void
  readonly onMove: (steps: -1 | 1) => void
}

/** One column: on or off, and its place. A button at its end stays where the keyboard is; it only does nothing. */
export const ColumnLine = ({ name, place, count, onTick, onMove }: ColumnLineProps) => {
  const { t } = useText('requests')
  const isOn = place >= 0
  // A line that changes places loses the keyboard to the page, so the button takes it back.
  const move = (steps: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const { currentTarget: button } = event
    flushSync(() => onMove(steps))
    button.focus()
  }
  return (
    <li className="column-line">
      <Checkbox label={name} isChecked={isOn} onCheck={onTick} />
      {isOn ? (
        <>
          <button
            type="button"
            className="button button-bare"
            aria-label={t('columns.earlier', { column: name })}
            aria-disabled={place === 0}
            onClick={move(-1)}
          >
            <ArrowUpIcon aria-hidden />
          </button>
          <button
            type="button"
            className="button button-bare"
            aria-label={t('columns.later', { column: name })}
            aria-disabled={place === count - 1}
            onClick={move(1)}
          >
            <ArrowDownIcon aria-hidden />
          </button>
        </>
      ) : null}
    </li>
  )
}
