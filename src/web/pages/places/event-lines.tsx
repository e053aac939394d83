import { FlagIcon } from '@phosphor-icons/react/dist/csr/Flag'
import { useState } from 'react'
import type { CalendarEvent } from '../../../contract/calendar-event.ts'
import { useSaving } from '../../shell/use-saving.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { useDaySpan } from './day-span.ts'
import type { OnTask } from './place-task.ts'
import { keepEvent, removeEvent } from './place-writes.ts'
import { useRefreshPlaces } from './places-query.ts'

interface EventLinesProps {
  readonly events: readonly CalendarEvent[]
  readonly onTask: OnTask
}

/** Events as lines, each to change or take away. */
export const EventLines = ({ events, onTask }: EventLinesProps) =>
  events.map((event) => <EventLine key={event.id} event={event} onTask={onTask} />)

const EventLine = ({ event, onTask }: { event: CalendarEvent; onTask: OnTask }) => {
  const { t } = useText('places')
  const [isGone, setGone] = useState(false)
  const { save, isBusy, failure } = useSaving(() => setGone(true), useRefreshPlaces())
  const spanOf = useDaySpan()
  const remove = () =>
    save(async () => {
      await removeEvent(event)
      return { sentence: t('event.removed', { title: event.title }), undo: () => keepEvent(event) }
    })
  if (isGone) return null
  return (
    <div className="place-line">
      <p>
        <strong>{spanOf(event)}</strong>
        <br />
        <FlagIcon aria-hidden size={16} className="inline-icon" /> {event.title}
        {failure ? (
          <span className="field-error" role="alert">
            {' '}
            {failure}
          </span>
        ) : null}
      </p>
      <div className="place-actions">
        <Button onPress={() => onTask({ kind: 'editEvent', event })}>{t('event.edit')}</Button>
        <Button isDisabled={isBusy} onPress={() => void remove()}>
          {t('event.remove')}
        </Button>
      </div>
    </div>
  )
}
