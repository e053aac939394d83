import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import { useState } from 'react'
import type { UnfinishedRequest } from '../../../contract/unfinished-request.ts'
import { formatDay } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'
import { ThemeIcon } from '../desk/theme-icon.tsx'
import type { DeskChoices } from '../desk/use-desk-choices.ts'
import { UnfinishedForm } from './unfinished-form.tsx'

interface UnfinishedRowProps {
  readonly request: UnfinishedRequest
  readonly choices: DeskChoices
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onDone: () => void
}

/** One request that is still to be finished: what is known of it, and once it is opened the rest. */
export const UnfinishedRow = ({ request, choices, isOpen, onOpen, onDone }: UnfinishedRowProps) => {
  const { t, language } = useText('today')
  const { theme, receivedOn, receivedTime, desk } = request
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  const day = formatDay(language, receivedOn)
  return (
    <li className="today-row">
      <button type="button" className="today-row-head" aria-expanded={isOpen} onClick={onOpen}>
        <ThemeIcon theme={theme} />
        <strong>{choices.themes.find(({ id }) => id === theme)?.label ?? theme}</strong>
        <span>{receivedTime ? t('unfinished.moment', { day, time: receivedTime }) : day}</span>
        <span>{desk}</span>
        <CaretRightIcon aria-hidden className="today-row-caret" />
      </button>
      <div hidden={!isOpen}>
        {wasOpen ? <UnfinishedForm request={request} choices={choices} onDone={onDone} /> : null}
      </div>
    </li>
  )
}
