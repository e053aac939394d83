import { useId } from 'react'
import './checkbox.css'

interface CheckboxProps {
  readonly label: string
  readonly hint?: string
  readonly isChecked: boolean
  readonly onCheck: (isChecked: boolean) => void
  readonly isDisabled?: boolean
}

/** Yes or no. The whole line is the target. */
export const Checkbox = ({ label, hint, isChecked, onCheck, isDisabled }: CheckboxProps) => {
  const id = useId()
  return (
    <div className="checkbox">
      <label className="checkbox-line">
        <input
          type="checkbox"
          checked={isChecked}
          disabled={isDisabled}
          aria-describedby={hint ? id : undefined}
          onChange={({ target }) => onCheck(target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={id} className="checkbox-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
