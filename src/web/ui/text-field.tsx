import { TextField as AriaTextField, FieldError, Input, Label } from 'react-aria-components/TextField'
import './field.css'

interface TextFieldProps {
  readonly label: string
  readonly name: string
  readonly type: 'email' | 'password' | 'text'
  readonly autoComplete: string
}

/** A line of text that a form asks for; what is wrong with it stands under it. */
export const TextField = ({ label, ...rest }: TextFieldProps) => (
  <AriaTextField {...rest} isRequired className="field">
    <Label className="field-label">{label}</Label>
    <Input className="field-box" />
    <FieldError className="field-error" />
  </AriaTextField>
)
