import { hasRegisterNumber } from '../domain/import/register-number.ts'
import { personalKindsIn } from '../domain/request/personal-text.ts'
import { TextField } from './ui/text-field.tsx'
import { useText } from './use-text.ts'

interface TypedFieldProps {
  readonly label: string
  readonly hint?: string
  readonly maxLength: number
  readonly isLong?: true
  readonly value: string | null
  readonly onChange: (text: string | null) => void
}

/**
 * A text that others will read, looked at while somebody types: a national register number may not stand there, and what
 * may lead to a person is named with the reason.
 */
export const TypedField = ({ value, onChange, ...field }: TypedFieldProps) => {
  const { t } = useText('typed')
  const text = value ?? ''
  const isRefused = hasRegisterNumber(text)
  return (
    <TextField
      {...field}
      isOptional
      value={text}
      error={isRefused ? t('registerNumber') : undefined}
      remark={
        isRefused
          ? undefined
          : personalKindsIn(text)
              .map((kind) => t(kind))
              .join(' ')
      }
      onChange={(typed) => onChange(typed || null)}
    />
  )
}
