import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { ThemeIcon } from './theme-icon.tsx'
import type { DeskChoices } from './use-desk-choices.ts'
import type { QuestionDraft } from './visit-draft.ts'
import './asked-list.css'

interface AskedListProps {
  readonly questions: readonly QuestionDraft[]
  readonly choices: DeskChoices
  readonly onOpen: (id: string) => void
  readonly onRemove: (id: string) => void
}

/** What was asked before in this visit; it is saved together with the last question. */
export const AskedList = ({ questions, choices, onOpen, onRemove }: AskedListProps) => {
  const { t } = useText('desk')
  const { t: ofTyped } = useText('typed')
  return (
    <ol className="visit-asked" aria-label={ofTyped('asked.name')}>
      {questions.map(({ id, theme, outcome }) => {
        const name = choices.themes.find((chip) => chip.id === theme)?.label ?? ''
        return (
          <li key={id}>
            <ThemeIcon theme={theme ?? ''} />
            <span>{t('askedLine', { theme: name, outcome: choices.nameOf('outcome', outcome) })}</span>
            <Button
              look="bare"
              aria-label={ofTyped('asked.open', { theme: name })}
              onPress={() => onOpen(id)}
            >
              {ofTyped('asked.openShort')}
            </Button>
            <Button
              look="bare"
              aria-label={ofTyped('asked.remove', { theme: name })}
              onPress={() => onRemove(id)}
            >
              {ofTyped('asked.removeShort')}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
