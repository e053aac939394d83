import { useEffect, useRef } from 'react'
import { letterSenders, mostFollowUpCharacters } from '../../../domain/follow-up/sender.ts'
import { addDays } from '../../../domain/local-date.ts'
import { isSeen } from '../../../domain/seen-text.ts'
import { formatDay } from '../../../text/format.ts'
import { TypedField } from '../../typed-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import type { FollowUpDraft } from './visit-draft.ts'
import './follow-up-fields.css'

interface FollowUpFieldsProps {
  readonly followUp: FollowUpDraft
  readonly isLetter: boolean
  /** Somebody asked for it just now: the keyboard goes there. */
  readonly isNew: boolean
  readonly isChecked: boolean
  readonly onChange: (followUp: FollowUpDraft) => void
  readonly onRemove: () => void
}

const usualDays = { today: 0, tomorrow: 1, week: 7, fortnight: 14 } as const

/** One thing that is still to be done, and by when; of a letter from whom it is. */
export const FollowUpFields = (props: FollowUpFieldsProps) => {
  const { followUp, isLetter, isNew, isChecked, onChange, onRemove } = props
  const { t, language } = useText('followups')
  const { sender, what, dueOn } = followUp
  const fields = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (isNew) fields.current?.querySelector('input')?.focus()
  }, [isNew])
  const today = useToday()
  const days = Object.entries(usualDays).map(([name, count]) => ({ name, date: addDays(today, count) }))
  return (
    <fieldset ref={fields} className="follow-up">
      <legend className="visually-hidden">{t(isLetter ? 'letter' : 'title')}</legend>
      {isLetter || sender !== null ? (
        <Chips
          label={t('from')}
          chips={letterSenders.map((id) => ({ id, label: t(`sender.${id}`) }))}
          chosen={[sender ?? '']}
          onChoose={(code, isChosen) =>
            onChange({
              ...followUp,
              sender: letterSenders.find((one) => isChosen && one === code) ?? null,
            })
          }
        />
      ) : null}
      <TypedField
        label={t('what')}
        hint={t('whatHint')}
        maxLength={mostFollowUpCharacters}
        value={what}
        error={isChecked && !isSeen(what) ? t('missing.what') : undefined}
        onChange={(text) => onChange({ ...followUp, what: text ?? '' })}
      />
      <Chips
        label={t('dueOn')}
        chips={days.map(({ name, date }) => ({
          id: date,
          label: t(`day.${name as keyof typeof usualDays}`),
          definition: formatDay(language, date),
        }))}
        chosen={[dueOn]}
        error={isChecked && dueOn === '' ? t('missing.dueOn') : undefined}
        onChoose={(date, isChosen) => onChange({ ...followUp, dueOn: isChosen ? date : '' })}
      >
        <DateField
          label={t('otherDay')}
          date={dueOn}
          onDate={(date) => onChange({ ...followUp, dueOn: date })}
        />
      </Chips>
      <Button look="bare" onPress={onRemove}>
        {t('remove')}
      </Button>
    </fieldset>
  )
}
