import { useId, useState } from 'react'
import { isTime, readTime } from './time-text.ts'
import './field.css'
import './time-field.css'

interface TimeFieldProps {
  readonly label: string
  /** Bare: the place in the form says the label to who sees. */
  readonly look: 'field' | 'bare'
  /** HH:MM, empty, or what was written and is no time. */
  readonly time: string
  readonly onTime: (time: string) => void
  /** What to say under what is no time, once somebody leaves it. */
  readonly error: string
}

/**
 * A time of the day, written with 24 hours in every browser: the browser's own field would ask morning or afternoon of
 * whoever has an English one.
 */
export const TimeField = ({ label, look, time, onTime, error }: TimeFieldProps) => {
  const id = useId()
  const [typed, setTyped] = useState(time)
  const [isTyping, setTyping] = useState(false)
  // What was typed, as long as it means the time that the form holds.
  const text = readTime(typed) === time ? typed : time
  const isWrong = !isTyping && time !== '' && !isTime(time)
  return (
    <>
      <label className={look === 'bare' ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        className="field-box time-field"
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-error` : undefined}
        value={text}
        onChange={({ target }) => {
          setTyping(true)
          setTyped(target.value)
          onTime(readTime(target.value))
        }}
        onBlur={() => {
          setTyping(false)
          setTyped(time)
        }}
      />
      {isWrong ? (
        <span id={`${id}-error`} className="field-error time-error" role="alert">
          {error}
        </span>
      ) : null}
    </>
  )
}
