import { type ReactNode, useState } from 'react'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { LeaveGuard } from '../../shell/leave-guard.tsx'
import { TypedField } from '../../typed-field.tsx'
import { Button } from '../../ui/button.tsx'

interface TypedWordsProps {
  readonly label: string
  readonly hint?: string
  readonly most: number
  readonly isLong?: true
  readonly begin?: string
  /** Something must be typed before it can be sent. */
  readonly isNeeded?: true
  readonly isBusy: boolean
  readonly button: string
  readonly icon?: ReactNode
  readonly onSend: (text: string, done: () => void) => void
}

/** A few words and the button that sends them; without a national register number. Nobody leaves them by accident. */
export const TypedWords = (props: TypedWordsProps) => {
  const { label, hint, most, isLong, begin = '', isNeeded, isBusy, button, icon, onSend } = props
  const [text, setText] = useState(begin)
  const isRefused = hasRegisterNumber(text)
  return (
    <form
      className="coaching-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isRefused && (!isNeeded || text.trim())) onSend(text.trim(), () => setText(''))
      }}
    >
      <TypedField
        label={label}
        {...(hint ? { hint } : {})}
        {...(isLong ? { isLong } : {})}
        maxLength={most}
        value={text}
        onChange={(words) => setText(words ?? '')}
      />
      <Button
        type="submit"
        icon={icon}
        isDisabled={isRefused || (isNeeded && !text.trim())}
        isPending={isBusy}
      >
        {button}
      </Button>
      <LeaveGuard isChanged={text !== begin} isKeptOnPage />
    </form>
  )
}
