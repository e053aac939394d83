import { useState } from 'react'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { useChangePreview } from './change-preview.tsx'
import { contentOf, draftOf, isWhole, timetablesOf } from './desk-draft.ts'
import { keepDesk, retireDesk } from './place-writes.ts'
import { useRefreshPlaces } from './places-query.ts'
import { TimetableChoice } from './timetable-choice.tsx'
import { WeekEditor } from './week-editor.tsx'

interface DeskDialogProps {
  /** What is changed; undefined = a new desk. */
  readonly desk: Desk | undefined
  /** The organisation that a new desk probably belongs to. */
  readonly usual: Desk['organizationId'] | undefined
  readonly organizations: readonly { readonly id: Desk['organizationId']; readonly name: string }[]
  readonly today: LocalDate
  readonly onClose: () => void
}

/** A desk with its hours from a day on. What other hours do to the figures stands there before they are kept. */
export const DeskDialog = ({ desk, usual, organizations, today, onClose }: DeskDialogProps) => {
  const { t } = useText('places')
  const owner = usual ?? organizations[0]?.id
  const [draft, setDraft] = useState(() => owner && draftOf(desk, owner, today))
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const timetables = draft && isWhole(draft) ? timetablesOf(desk, draft) : undefined
  const changesHours = timetables && JSON.stringify(timetables) !== JSON.stringify(desk?.timetables ?? [])
  const { isReady, view } = useChangePreview(
    draft && changesHours ? { kind: 'desk', id: draft.id, timetables } : undefined,
  )
  if (!draft) return null
  const keep = () =>
    save(async () => {
      const kept = await keepDesk(contentOf(desk, draft), desk?.version)
      const undo = () => (desk ? keepDesk(desk, kept.version) : takeBack(kept, today))
      return { sentence: t('desk.kept', { desk: kept.name }), undo }
    })
  return (
    <TaskDialog
      title={desk ? t('desk.editTitle', { desk: desk.name }) : t('desk.addTitle')}
      onClose={onClose}
      onSave={() => void keep()}
      canSave={draft.name.trim() !== '' && timetables !== undefined && (isReady || !changesHours)}
      isBusy={isBusy}
      failure={failure}
    >
      <TextField
        label={t('desk.name')}
        maxLength={80}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <Select
        label={t('desk.organization')}
        options={organizations.map(({ id, name }) => ({ id, label: name }))}
        selected={draft.organizationId}
        onSelect={(organizationId) => setDraft({ ...draft, organizationId })}
      />
      <TimetableChoice desk={desk} draft={draft} today={today} onDraft={setDraft} />
      <WeekEditor spans={draft.spans} onSpans={(spans) => setDraft({ ...draft, spans })} />
      {timetables ? null : <p className="field-error">{t('week.incomplete')}</p>}
      {view}
    </TaskDialog>
  )
}

/** Nothing that was made is deleted: a desk that was a mistake loses its hours and is retired. */
const takeBack = async (desk: Desk, today: LocalDate) =>
  retireDesk(await keepDesk({ ...desk, timetables: [] }, desk.version), today)
