import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { useId } from 'react'
import './field.css'
import './select.css'

export interface SelectOption<Id extends string> {
  readonly id: Id
  readonly label: string
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined
}

interface SelectProps<Id extends string> {
  readonly label: string
  /** What the choice means; stands under the field. */
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly options: readonly SelectOption<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/**
 * One of many. The browser's own list: every phone has a better one than ours, and React Aria's would cost each
 * first visit 27 kB of its 150.
 */
export const Select = <Id extends string>(props: SelectProps<Id>) => {
  const { label, hint, error, options, selected, onSelect } = props
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
          aria-describedby={hint || error ? `${id}-hint` : undefined}
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => select(target.value)}
        >
          {[...Map.groupBy(options, ({ group }) => group)].map(([group, ofGroup]) =>
            group === undefined ? (
              <Options key="" options={ofGroup} />
            ) : (
              <optgroup key={group} label={group}>
                <Options options={ofGroup} />
              </optgroup>
            ),
          )}
        </select>
        <CaretDownIcon aria-hidden className="select-caret" />
      </div>
      {hint || error ? (
        <p id={`${id}-hint`} className={error ? 'field-error' : 'field-hint'}>
          {error ?? hint}
        </p>
      ) : null}
    </div>
  )
}

const Options = ({ options }: { options: readonly SelectOption<string>[] }) =>
  options.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ))
