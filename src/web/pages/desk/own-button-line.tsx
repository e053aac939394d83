import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown'
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash'
import type { MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import { mostButtonCharacters } from '../../../domain/visit/own-button-limit.ts'
import { ScreenedField } from '../../typed-field.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { OwnButton } from './own-button-query.ts'
import { ThemeIcon } from './theme-icon.tsx'
import type { DeskChoices } from './use-desk-choices.ts'

interface OwnButtonLineProps {
  readonly button: OwnButton
  readonly choices: DeskChoices
  readonly place: number
  readonly count: number
  readonly onName: (name: string) => void
  readonly onMove: (steps: -1 | 1) => void
  readonly onRemove: () => void
}

/** One button: its name, what it holds, its place. A button at the end of the list only does nothing. */
export const OwnButtonLine = (props: OwnButtonLineProps) => {
  const { button, choices, place, count, onName, onMove, onRemove } = props
  const { t } = useText('buttons')
  const { name, theme, subTheme, actions, outcome, whoDidIt } = button
  const named = [...choices.themes, ...choices.subThemesOf(theme)]
  const parts = [
    ...[theme, subTheme].map((code) => named.find(({ id }) => id === code)?.label),
    ...actions.map((code) => choices.nameOf('actions', code)),
    ...(outcome === 'not_asked' ? [] : [choices.nameOf('outcome', outcome)]),
    ...(whoDidIt === 'not_asked' ? [] : [choices.nameOf('whoDidIt', whoDidIt)]),
  ]
  // A line that changes places loses the keyboard to the page, so the button takes it back.
  const move = (steps: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const { currentTarget: pressed } = event
    flushSync(() => onMove(steps))
    pressed.focus()
  }
  const arrow = (steps: -1 | 1) => ({
    type: 'button' as const,
    className: 'button button-bare',
    'aria-label': t(steps < 0 ? 'earlier' : 'later', { name }),
    'aria-disabled': steps < 0 ? place === 0 : place === count - 1,
    onClick: move(steps),
  })
  return (
    <li className="own-button-line">
      <ThemeIcon theme={theme} />
      <div className="own-button-words">
        <ScreenedField label={t('name')} maxLength={mostButtonCharacters} value={name} onChange={onName} />
        <ul>{parts.flatMap((part) => (part ? [<li key={part}>{part}</li>] : []))}</ul>
      </div>
      <button {...arrow(-1)}>
        <ArrowUpIcon aria-hidden />
      </button>
      <button {...arrow(1)}>
        <ArrowDownIcon aria-hidden />
      </button>
      <Button
        look="bare"
        aria-label={t('remove', { name })}
        icon={<TrashIcon aria-hidden />}
        onPress={onRemove}
      />
    </li>
  )
}
