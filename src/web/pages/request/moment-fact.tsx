import { readDate } from '../../search.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useText } from '../../use-text.ts'
import type { FormPart } from './request-draft.ts'

/** The day, and the hour if somebody knows it. */
export const MomentFact = ({ draft, onDraft, faults }: FormPart) => {
  const { t } = useText('request')
  const isFuture = faults.has('receivedOn')
  return (
    <>
      <div className="field">
        <DateField
          label={t('field.receivedOn')}
          date={draft.receivedOn}
          onDate={(day) => onDraft({ ...draft, receivedOn: readDate(day) ?? draft.receivedOn })}
        />
        {isFuture ? (
          <p className="field-error" role="alert">
            {t('fault.future')}
          </p>
        ) : null}
      </div>
      <div className="field">
        <TimeField
          look="field"
          label={t('field.receivedTime')}
          error={t('fault.noTime')}
          time={draft.receivedTime ?? ''}
          onTime={(time) => onDraft({ ...draft, receivedTime: time || null })}
        />
      </div>
    </>
  )
}
