import { useState } from 'react'
import './field.css'
import './time-field.css'

interface TimeFieldProps {
  /** Read out, not shown: the place in the form says it to who sees. */
  readonly label: string
  /** HH:MM; empty while it is no time. */
  readonly time: string
  readonly onTime: (time: string) => void
}

/**
 * A time of the day as people write it: 8.30, 8u30, 0830, 8. The browser's own field would show morning and afternoon
 * to whoever has an English browser.
 */
export const TimeField = ({ label, time, onTime }: TimeFieldProps) => {
  const [typed, setTyped] = useState(time)
  // What was typed, as long as it means the time that the form holds.
  const text = readTime(typed) === time ? typed : time
  const isWrong = text !== '' && readTime(text) === ''
  return (
    <input
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      className="field-box time-field"
      aria-label={label}
      aria-invalid={isWrong}
      data-invalid={isWrong || undefined}
      value={text}
      onChange={({ target }) => {
        setTyped(target.value)
        onTime(readTime(target.value))
      }}
      onBlur={() => setTyped(readTime(text) || text)}
    />
  )
}

/** HH:MM, or empty for what is no time of the day. */
function readTime(text: string): string {
  const parts = /^(\d{1,2})\s*[.:uh]?\s*(\d{2})?$/i.exec(text.trim())
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)]
  if (!parts || hour > 23 || minute > 59) return ''
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
}
