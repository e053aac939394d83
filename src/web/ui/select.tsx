import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { useId } from 'react'
import './field.css'
import './select.css'

interface SelectProps<Id extends string> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly label: string }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/**
 * One of many. The browser's own list: every phone has a better one than ours, and React Aria's would cost each
 * first visit 27 kB of its 150.
 */
export const Select = <Id extends string>({ label, options, selected, onSelect }: SelectProps<Id>) => {
  const id = useId()
  const select = (value: string) => {
    const chosen = options.find((option) => option.id === value)
    if (chosen) onSelect(chosen.id)
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="select">
        <select
          id={id}
          className="field-box select-box"
          value={selected}
          onChange={({ target }) => select(target.value)}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
        <CaretDownIcon aria-hidden className="select-caret" />
      </div>
    </div>
  )
}
