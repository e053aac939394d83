import './field.css'
import './time-field.css'

interface TimeFieldProps {
  /** Read out, not shown: the place in the form says it to who sees. */
  readonly label: string
  /** HH:MM; empty while it is not filled in. */
  readonly time: string
  readonly onTime: (time: string) => void
}

/** A time of the day. The browser's own field: every phone has a good one. */
export const TimeField = ({ label, time, onTime }: TimeFieldProps) => (
  <input
    type="time"
    className="field-box time-field"
    aria-label={label}
    value={time}
    onChange={({ target }) => onTime(target.value)}
  />
)
