import { useId } from 'react'
import './progress.css'

interface ProgressProps {
  /** What is under way. */
  readonly label: string
  /** How far it is, in words. */
  readonly sentence: string
  /** From 0 to 1; undefined while nobody can tell. */
  readonly part: number | undefined
}

/** How far something is: a bar and the same in words. Who listens hears every quarter, not every step. */
export const Progress = ({ label, sentence, part }: ProgressProps) => {
  const id = useId()
  const quarter = part === undefined ? 0 : Math.floor(part * 4) * 25
  return (
    <div className="progress">
      <label htmlFor={id} className="progress-label">
        {label}
      </label>
      <progress id={id} className="progress-bar" {...(part === undefined ? {} : { value: part, max: 1 })} />
      <p className="progress-sentence">{sentence}</p>
      <span className="visually-hidden" role="status">
        {quarter === 0 ? label : `${label} ${quarter} %`}
      </span>
    </div>
  )
}
