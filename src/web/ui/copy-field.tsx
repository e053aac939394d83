import { CopyIcon } from '@phosphor-icons/react/dist/csr/Copy'
import { useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import './copy-field.css'
import './field.css'

interface CopyFieldProps {
  readonly label: string
  readonly text: string
  readonly copyLabel: string
  readonly copiedLabel: string
}

/** A text to take along. Where the browser lets no page write to its clipboard, the text is selected instead. */
export const CopyField = ({ label, text, copyLabel, copiedLabel }: CopyFieldProps) => {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    // because: over plain http a browser has no clipboard for pages, whatever its type says
    const clipboard = navigator.clipboard as Clipboard | undefined
    setCopied(
      (await clipboard?.writeText(text).then(
        () => true,
        () => false,
      )) ?? false,
    )
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-field">
        <input
          ref={field}
          id={id}
          className="field-box"
          value={text}
          readOnly
          onFocus={() => field.current?.select()}
        />
        <Button icon={<CopyIcon aria-hidden />} onPress={() => void copy()}>
          {isCopied ? copiedLabel : copyLabel}
        </Button>
        <span className="visually-hidden" role="status">
          {isCopied ? copiedLabel : ''}
        </span>
      </div>
    </div>
  )
}
