import { useState } from 'react'
import type { Closure } from '../../../contract/closure.ts'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { useChangePreview } from './change-preview.tsx'
import { draftOf, previewOf, spanWith } from './closure-draft.ts'
import { useDaySpan } from './day-span.ts'
import { DaySpanFields } from './day-span-fields.tsx'
import { keepClosure, removeClosure } from './place-writes.ts'
import { useRefreshPlaces } from './places-query.ts'

interface ClosureDialogProps {
  /** What is changed; undefined = a new closure that begins on `date`. */
  readonly closure: Closure | undefined
  readonly date: LocalDate
  readonly desks: readonly Desk[]
  readonly onClose: () => void
}

const everyDesk = 'every'

/** Closes a desk or all of them for one day or more; what that does to the figures stands there before it is kept. */
export const ClosureDialog = ({ closure, date, desks, onClose }: ClosureDialogProps) => {
  const { t } = useText('places')
  const [draft, setDraft] = useState(() => draftOf(closure, date))
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const spanOf = useDaySpan()
  const { isReady, view } = useChangePreview(draft.from <= draft.to ? previewOf(draft) : undefined)
  const reason = draft.reason.trim()
  const keep = () =>
    save(async () => {
      const kept = await keepClosure({ ...draft, reason }, closure?.version)
      const undo = () => (closure ? keepClosure(closure, kept.version) : removeClosure(kept))
      return { sentence: t('closure.kept', { days: spanOf(kept) }), undo }
    })
  const inUse = desks.filter(({ id, lastDay }) => lastDay === null || id === draft.deskId)
  return (
    <TaskDialog
      title={closure ? t('closure.editTitle') : t('closure.addTitle')}
      onClose={onClose}
      onSave={() => void keep()}
      canSave={isReady && reason !== ''}
      isBusy={isBusy}
      failure={failure}
    >
      <Select
        label={t('closure.desk')}
        options={[
          { id: everyDesk, label: t('closure.everyDesk') },
          ...inUse.map(({ id, name }) => ({ id, label: name })),
        ]}
        selected={draft.deskId ?? everyDesk}
        onSelect={(id) => setDraft({ ...draft, deskId: inUse.find((desk) => desk.id === id)?.id ?? null })}
      />
      <DaySpanFields
        span={draft}
        onSpan={({ from, to }) => setDraft({ ...draft, ...spanWith(closure, from, to) })}
      />
      <TextField
        label={t('closure.reason')}
        hint={t('closure.reasonHint')}
        maxLength={200}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
      {view}
    </TaskDialog>
  )
}
