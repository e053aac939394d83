import { useId } from 'react'
import './choice.css'
import './field.css'

interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly label: string; readonly name?: string }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** The group's name is then read out but not shown. */
  readonly hasHiddenLabel?: true
  readonly isCompact?: true
  /** Somebody comes near: time to fetch what a press will ask for. */
  readonly onApproach?: () => void
}

/** One of a few, all in sight. An option shown as an abbreviation carries its whole `name` for who listens. */
export const Choice = <Id extends string>(props: ChoiceProps<Id>) => {
  const group = useId()
  return (
    <div
      className="field"
      role="radiogroup"
      aria-labelledby={group}
      onPointerEnter={props.onApproach}
      onFocus={props.onApproach}
    >
      <span id={group} className={props.hasHiddenLabel ? 'visually-hidden' : 'field-label'}>
        {props.label}
      </span>
      <div className={props.isCompact ? 'choice choice-compact' : 'choice'}>
        {props.options.map(({ id, label, name }) => (
          <label
            key={id}
            className={id === props.selected ? 'choice-option choice-selected' : 'choice-option'}
          >
            <input
              type="radio"
              className="choice-input"
              name={group}
              checked={id === props.selected}
              aria-label={name}
              onChange={() => props.onSelect(id)}
            />
            {label}
          </label>
        ))}
      </div>
    </div>
  )
}
