import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { isTime } from '../../ui/time-text.ts'
import { useText } from '../../use-text.ts'
import { isToCome } from './visit-missing.ts'

interface MomentFieldsProps {
  readonly moment: string
  /** Null: now, that is, when it is saved. */
  readonly onMoment: (moment: string | null) => void
}

/** When it was, by the clock of this device. A time that is half written changes nothing. */
export const MomentFields = ({ moment, onMoment }: MomentFieldsProps) => {
  const { t } = useText('desk')
  const { t: ofTyped } = useText('typed')
  const [day, clock] = localParts(new Date(moment))
  const [time, setTime] = useState(clock)
  const put = (newDay: string, newTime: string) => onMoment(new Date(`${newDay}T${newTime}`).toISOString())
  return (
    <fieldset className="visit-moment" aria-label={ofTyped('moment')}>
      <DateField label={ofTyped('moment')} date={day} onDate={(newDay) => put(newDay, clock)} />
      <div className="field">
        <TimeField
          look="field"
          label={ofTyped('momentTime')}
          error={ofTyped('noTime')}
          time={time}
          onTime={(written) => {
            setTime(written)
            if (isTime(written)) put(day, written)
          }}
        />
      </div>
      <Button look="bare" onPress={() => onMoment(null)}>
        {ofTyped('now')}
      </Button>
      {isToCome(moment) ? (
        <p className="field-error" role="alert">
          {t('toCome')}
        </p>
      ) : null}
    </fieldset>
  )
}

/** The day (YYYY-MM-DD) and the time (HH:MM) on the clock of this device. */
function localParts(moment: Date): readonly [string, string] {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString()
  return [shifted.slice(0, 10), shifted.slice(11, 16)]
}
