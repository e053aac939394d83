import { readDate } from '../../search.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import type { FormPart } from './request-draft.ts'

/** The day, and the hour if somebody knows it. */
export const MomentFact = ({ draft, onDraft, faults }: FormPart) => {
  const { t } = useText('request')
  const fault = faults.get('receivedOn')
  return (
    <>
      <div className="field">
        <DateField
          label={t('field.receivedOn')}
          date={draft.receivedOn}
          onDate={(day) => onDraft({ ...draft, receivedOn: readDate(day) ?? draft.receivedOn })}
        />
        {fault ? (
          <p className="field-error" role="alert">
            {t(`fault.${fault}`)}
          </p>
        ) : null}
      </div>
      <TextField
        label={t('field.receivedTime')}
        type="time"
        isOptional
        value={draft.receivedTime ?? ''}
        onChange={(time) => onDraft({ ...draft, receivedTime: time.slice(0, 5) || null })}
      />
    </>
  )
}
