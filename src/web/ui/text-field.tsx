import { createContext, type FormEvent, useContext, useId, useState } from 'react'
import './field.css'

/** What the app says of a text that the browser holds back, in place of the browser's own words. */
export const FieldWords = createContext({ missing: '', email: '' })

export interface TextFieldProps {
  readonly label: string
  readonly name?: string
  readonly type?: 'email' | 'password' | 'text' | 'search'
  readonly autoComplete?: string
  readonly inputMode?: 'numeric'
  readonly isOptional?: true
  readonly maxLength?: number
  readonly hint?: string
  /** What is wrong with what stands in it, and what to do. */
  readonly error?: string | undefined
  /** What is worth a second look, and why; it holds nothing back. */
  readonly remark?: string | undefined
  readonly value?: string
  readonly onChange?: (value: string) => void
  /** Several lines. */
  readonly isLong?: true
  /** What is typed is in another language than the page. */
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

/** A text that a form asks for; what is wrong with it stands under it. */
export const TextField = ({ label, isOptional, hint, remark, isLong, onChange, ...rest }: TextFieldProps) => {
  const id = useId()
  const words = useContext(FieldWords)
  const [fault, setFault] = useState<keyof typeof words>()
  const { type, error = fault && words[fault], ...text } = rest
  const shared = {
    ...text,
    id,
    required: !isOptional,
    className: 'field-box',
    'aria-invalid': error ? true : undefined,
    'aria-describedby':
      [hint && `${id}-hint`, remark && `${id}-remark`, error && `${id}-error`].filter(Boolean).join(' ') ||
      undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      setFault(undefined)
      onChange?.(target.value)
    },
    onInvalid: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      event.preventDefault()
      const { form, validity } = event.currentTarget
      setFault(validity.typeMismatch ? 'email' : 'missing')
      if (form?.querySelector('input:invalid, textarea:invalid') === event.currentTarget)
        event.currentTarget.focus()
    },
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
      {isLong ? <textarea {...shared} rows={4} /> : <input {...shared} type={type} />}
      {remark ? (
        <span id={`${id}-remark`} className="field-remark" role="status">
          {remark}
        </span>
      ) : null}
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  )
}
