import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup'
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
}

/** One of a few, all in sight. An option shown as an abbreviation carries its whole `name` for who listens. */
export const Choice = <Id extends string>(props: ChoiceProps<Id>) => (
  <RadioGroup
    className="field"
    orientation="horizontal"
    value={props.selected}
    onChange={(value) => {
      const chosen = props.options.find(({ id }) => id === value)
      if (chosen) props.onSelect(chosen.id)
    }}
  >
    <Label className={props.hasHiddenLabel ? 'visually-hidden' : 'field-label'}>{props.label}</Label>
    <div className={props.isCompact ? 'choice choice-compact' : 'choice'}>
      {props.options.map(({ id, label, name }) => (
        <Radio key={id} value={id} className="choice-option" {...(name ? { 'aria-label': name } : {})}>
          {label}
        </Radio>
      ))}
    </div>
  </RadioGroup>
)
