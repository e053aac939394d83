import { Link } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { UnfinishedRequest } from '../../../contract/unfinished-request.ts'
import { paths } from '../../paths.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { DeskChoices } from '../desk/use-desk-choices.ts'
import { goToNext } from '../desk/use-desk-keys.ts'
import { type Answers, UnfinishedFields } from './unfinished-fields.tsx'
import { useFinishing } from './use-finishing.ts'

interface UnfinishedFormProps {
  readonly request: UnfinishedRequest
  readonly choices: DeskChoices
  readonly onDone: () => void
}

/** What a request still misses, in chips; Ctrl+Enter saves it. What was chosen stays while another row is open. */
export const UnfinishedForm = ({ request, choices, onDone }: UnfinishedFormProps) => {
  const { t } = useText('today')
  const form = useRef<HTMLFormElement>(null)
  const [changes, setChanges] = useState<Partial<Answers>>({})
  const [isChecked, setChecked] = useState(false)
  const { save, isBusy, failure } = useFinishing(request, onDone)
  const answers: Answers = { ...request, ...changes }
  const isMissing = answers.actions.length === 0 || answers.outcome === 'not_asked'
  const finish = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (!isMissing) return save(changes)
    setChecked(true)
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid=true] input')?.focus(),
    )
  }
  return (
    <form
      ref={form}
      className="today-row-form"
      onSubmit={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(event)
      }}
    >
      <FailureNotice failure={failure} />
      <UnfinishedFields
        answers={answers}
        onChange={(part) => setChanges({ ...changes, ...part })}
        isChecked={isChecked}
        choices={choices}
        onAnswered={() => goToNext(form.current)}
      />
      <div className="today-row-end">
        <Link to={paths.request} params={{ id: request.id }} className="link">
          {t('unfinished.whole')}
        </Link>
        <Button look="primary" type="submit" isPending={isBusy} aria-keyshortcuts="Control+Enter">
          {isBusy ? t('action.saving') : t('unfinished.save')}
        </Button>
      </div>
    </form>
  )
}
