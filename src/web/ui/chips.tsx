import { type KeyboardEvent, type ReactNode, useId } from 'react'
import './chips.css'
import './field.css'

export interface Chip {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** What it means, for who rests on it. */
  readonly definition?: string | undefined
}

interface ChipsProps {
  readonly label: string
  readonly chips: readonly Chip[]
  readonly chosen: readonly string[]
  readonly onChoose: (id: string, isChosen: boolean) => void
  /** Any number of them; else one at most. */
  readonly isSeveral?: boolean
  readonly look?: 'tiles'
  /** What is missing here, and what to do. */
  readonly error?: string | undefined
  /** A digit chose one, or Enter went on: time for the next question. */
  readonly onAnswered?: () => void
  /** What else can be chosen, after the chips. */
  readonly children?: ReactNode
}

/** Digits choose the first nine, and 0 the tenth. */
const placeOf = (key: string): number => (/^\d$/.test(key) ? (Number(key) + 9) % 10 : -1)

/** Choices in sight, one tap each; a second tap takes it back. Within the group digits choose, and Enter goes on. */
export const Chips = (props: ChipsProps) => {
  const { label, chips, chosen, onChoose, isSeveral, look, error, onAnswered, children } = props
  const id = useId()
  const byKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyped(event.target)) return
    if (event.key === 'Enter' && onAnswered && event.target instanceof HTMLInputElement) {
      // A form would be sent.
      event.preventDefault()
      return onAnswered()
    }
    const chip = chips[placeOf(event.key)]
    if (!chip) return
    event.preventDefault()
    onChoose(chip.id, isSeveral ? !chosen.includes(chip.id) : true)
    if (!isSeveral) onAnswered?.()
  }
  return (
    <fieldset
      className="chips"
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
      onKeyDown={byKey}
    >
      <legend className="field-label">{label}</legend>
      <div className={look ? `chips-row chips-${look}` : 'chips-row'}>
        {chips.map((chip, place) => (
          <label key={chip.id} className="chip" title={chip.definition}>
            <input
              type={isSeveral ? 'checkbox' : 'radio'}
              name={id}
              className="chip-input"
              checked={chosen.includes(chip.id)}
              aria-keyshortcuts={place < 10 ? String((place + 1) % 10) : undefined}
              onChange={() => onChoose(chip.id, isSeveral ? !chosen.includes(chip.id) : true)}
              // because: a radio button that is on says nothing when it is pressed again
              onClick={() => !isSeveral && chosen.includes(chip.id) && onChoose(chip.id, false)}
            />
            {chip.icon}
            <span>{chip.label}</span>
          </label>
        ))}
        {children}
      </div>
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

const isTyped = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && !/^(?:radio|checkbox)$/.test(target.type)
