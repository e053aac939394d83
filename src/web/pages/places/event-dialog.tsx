import { useState } from 'react'
import type { CalendarEvent } from '../../../contract/calendar-event.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { newId } from '../../new-id.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { DaySpanFields } from './day-span-fields.tsx'
import { keepEvent, removeEvent } from './place-writes.ts'
import { useRefreshPlaces } from './places-query.ts'

interface EventDialogProps {
  /** What is changed; undefined = a new event that begins on `date`. */
  readonly event: CalendarEvent | undefined
  readonly date: LocalDate
  readonly onClose: () => void
}

/** Notes what happened at the desks and explains a figure; it changes no opening day. */
export const EventDialog = ({ event, date, onClose }: EventDialogProps) => {
  const { t } = useText('places')
  // because: newId makes what the contract's id is
  const [id] = useState(() => event?.id ?? (newId() as CalendarEvent['id']))
  const [draft, setDraft] = useState({ from: event?.from ?? date, to: event?.to ?? date })
  const [title, setTitle] = useState(event?.title ?? '')
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const keep = () =>
    save(async () => {
      const kept = await keepEvent({ id, ...draft, title: title.trim() }, event?.version)
      const undo = () => (event ? keepEvent(event, kept.version) : removeEvent(kept))
      return { sentence: t('event.kept', { title: kept.title }), undo }
    })
  return (
    <TaskDialog
      title={event ? t('event.editTitle') : t('event.addTitle')}
      onClose={onClose}
      onSave={() => void keep()}
      canSave={title.trim() !== '' && draft.from <= draft.to}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t('event.lead')}</p>
      <DaySpanFields span={draft} onSpan={setDraft} />
      <TextField
        label={t('event.title')}
        hint={t('event.titleHint')}
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
    </TaskDialog>
  )
}
