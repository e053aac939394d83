import { hasRegisterNumber } from '../domain/import/register-number.ts'
import { type PersonalKind, personalKinds, personalKindsIn } from '../domain/request/personal-text.ts'
import { fitting } from './fitting.ts'
import { TextField, type TextFieldProps } from './ui/text-field.tsx'
import { useText } from './use-text.ts'

interface ScreenedFieldProps extends Omit<TextFieldProps, 'remark'> {
  readonly value: string
  /** What does not belong in it, as far as it may lead to a person. */
  readonly marked?: readonly PersonalKind[]
}

/**
 * A text looked at while somebody types: a national register number may not stand there, and what does not belong there is
 * named with the reason.
 */
export const ScreenedField = ({ marked = ['account'], error, ...field }: ScreenedFieldProps) => {
  const { t } = useText('typed')
  const isRefused = hasRegisterNumber(field.value)
  return (
    <TextField
      {...field}
      error={isRefused ? t('registerNumber') : error}
      remark={
        isRefused
          ? undefined
          : personalKindsIn(field.value)
              .filter((kind) => marked.includes(kind))
              .map((kind) => t(kind))
              .join(' ')
      }
    />
  )
}

interface TypedFieldProps {
  readonly label: string
  readonly hint?: string
  readonly maxLength: number
  readonly isLong?: true
  /** What else is wrong with it, and what to do. */
  readonly error?: string | undefined
  readonly value: string | null
  readonly onChange: (text: string | null) => void
}

/** A text that others will read: nothing in it may lead to a person. */
export const TypedField = ({ value, onChange, ...field }: TypedFieldProps) => (
  <ScreenedField
    {...field}
    isOptional
    marked={personalKinds}
    value={value ?? ''}
    onChange={(typed) => onChange(fitting(typed, field.maxLength) || null)}
  />
)
