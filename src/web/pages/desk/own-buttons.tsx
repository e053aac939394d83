import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemAnswer } from '../../api.ts'
import { lazyPart } from '../../lazy-part.tsx'
import type { Author } from '../../outbox/outbox.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { heldBy, isPressed, pressed } from './own-button-draft.ts'
import { ownButtonsQuery } from './own-button-query.ts'
import { ThemeIcon } from './theme-icon.tsx'
import type { DeskChoices } from './use-desk-choices.ts'
import type { QuestionDraft } from './visit-draft.ts'

const OwnButtonsDialog = lazyPart(
  async () => (await import('./own-buttons-dialog.tsx')).OwnButtonsDialog,
  'buttons',
  'typed',
)

interface OwnButtonsProps {
  readonly author: Author
  readonly question: QuestionDraft
  readonly onQuestion: (question: QuestionDraft) => void
  readonly choices: DeskChoices
}

/** What this guide notes often, in one tap; what stands in the form now can become one. */
export const OwnButtons = ({ author, question, onQuestion, choices }: OwnButtonsProps) => {
  const { t } = useText('desk')
  const { data: kept, error, refetch } = useQuery(ownButtonsQuery(author))
  const [opened, setOpened] = useState<'keep' | 'edit'>()
  // Without a network the form says so itself.
  if (!kept && !(error instanceof ProblemAnswer)) return null
  const heading = <h2 className="field-label">{t('buttons.name')}</h2>
  if (!kept)
    return (
      <section className="visit-buttons" aria-label={t('buttons.name')}>
        {heading}
        <QueryError error={error} onRetry={() => void refetch()} />
      </section>
    )
  const held = heldBy(question)
  const isKept = kept.items.some((button) => isPressed(question, button, choices))
  return (
    <section className="visit-buttons" aria-label={t('buttons.name')}>
      {heading}
      {kept.items.length === 0 ? <p className="field-hint">{t('buttons.empty')}</p> : null}
      {kept.items.map((button) => (
        <Button
          key={button.id}
          icon={<ThemeIcon theme={button.theme} />}
          aria-pressed={isPressed(question, button, choices)}
          onPress={() => onQuestion(pressed(question, button, choices))}
        >
          {button.name}
        </Button>
      ))}
      <Button look="bare" isDisabled={held === null || isKept} onPress={() => setOpened('keep')}>
        {t('buttons.keep')}
      </Button>
      {kept.items.length > 0 ? (
        <Button look="bare" onPress={() => setOpened('edit')}>
          {t('buttons.edit')}
        </Button>
      ) : null}
      {opened ? (
        <OwnButtonsDialog
          author={author}
          kept={kept}
          added={opened === 'keep' ? held : null}
          choices={choices}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </section>
  )
}
