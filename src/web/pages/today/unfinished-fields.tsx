import type { UnfinishedRequest } from '../../../contract/unfinished-request.ts'
import { Chips } from '../../ui/chips.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import type { DeskChoices } from '../desk/use-desk-choices.ts'
import { WorldChips } from '../desk/world-chips.tsx'

export type Answers = Pick<
  UnfinishedRequest,
  | 'theme'
  | 'subTheme'
  | 'actions'
  | 'outcome'
  | 'whoDidIt'
  | 'clientKind'
  | 'status'
  | 'nationality'
  | 'contactLanguage'
>

interface UnfinishedFieldsProps {
  readonly answers: Answers
  readonly onChange: (part: Partial<Answers>) => void
  /** Whether somebody wanted to save already: then what is missing is said. */
  readonly isChecked: boolean
  readonly choices: DeskChoices
  readonly onAnswered: () => void
}

/** What was done and what came of it first, which is all that it needs; the person one press away. */
export const UnfinishedFields = (props: UnfinishedFieldsProps) => {
  const { answers, onChange, isChecked, choices, onAnswered } = props
  const { t } = useText('desk')
  const subThemes = choices.subThemesOf(answers.theme)
  const single = (field: 'outcome' | 'whoDidIt' | 'clientKind' | 'status', error?: string) => (
    <Chips
      label={t(`field.${field}`)}
      chips={choices.chipsOf(field)}
      chosen={[answers[field]]}
      error={error}
      onChoose={(code, isChosen) => onChange({ [field]: isChosen ? code : 'not_asked' })}
      onAnswered={onAnswered}
    />
  )
  const world = (field: 'nationality' | 'contactLanguage') => (
    <WorldChips
      field={field}
      chosen={answers[field]}
      choices={choices}
      onChoose={(code) => onChange({ [field]: code })}
      onAnswered={onAnswered}
    />
  )
  return (
    <>
      <Chips
        isSeveral
        label={t('field.actions')}
        chips={choices.chipsOf('actions')}
        chosen={answers.actions}
        error={isChecked && answers.actions.length === 0 ? t('missing.did') : undefined}
        onChoose={(code, isChosen) =>
          onChange({
            actions: isChosen ? [...answers.actions, code] : answers.actions.filter((one) => one !== code),
          })
        }
      />
      {single('outcome', isChecked && answers.outcome === 'not_asked' ? t('missing.result') : undefined)}
      <Disclosure label={t('more')}>
        <div className="today-row-more">
          {subThemes.length > 0 ? (
            <Chips
              label={t('field.subTheme')}
              chips={subThemes}
              chosen={[answers.subTheme ?? '']}
              onChoose={(code, isChosen) => onChange({ subTheme: isChosen ? code : null })}
              onAnswered={onAnswered}
            />
          ) : null}
          {single('whoDidIt')}
          {single('clientKind')}
          {single('status')}
          {world('nationality')}
          {world('contactLanguage')}
        </div>
      </Disclosure>
    </>
  )
}
