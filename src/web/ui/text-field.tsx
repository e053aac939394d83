import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components/TextField'
import './field.css'

interface TextFieldProps {
  readonly label: string
  readonly name?: string
  readonly type?: 'email' | 'password' | 'text' | 'search' | 'time'
  readonly autoComplete?: string
  readonly isOptional?: true
  readonly maxLength?: number
  readonly hint?: string
  /** What is wrong with what stands in it, and what to do. */
  readonly error?: string | undefined
  readonly value?: string
  readonly onChange?: (value: string) => void
  /** Several lines. */
  readonly isLong?: true
}

/** A text that a form asks for; what is wrong with it stands under it. */
export const TextField = ({ label, isOptional, hint, error, isLong, ...rest }: TextFieldProps) => (
  <AriaTextField {...rest} isRequired={!isOptional} {...(error ? { isInvalid: true } : {})} className="field">
    <Label className="field-label">{label}</Label>
    {hint ? (
      <Text slot="description" className="field-hint">
        {hint}
      </Text>
    ) : null}
    {isLong ? <TextArea className="field-box" rows={4} /> : <Input className="field-box" />}
    <FieldError className="field-error">{error}</FieldError>
  </AriaTextField>
)
