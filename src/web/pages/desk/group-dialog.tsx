import { useQuery, useQueryClient } from '@tanstack/react-query'
import { addDays, type LocalDate } from '../../../domain/local-date.ts'
import { fewestInGroup, mostInGroup } from '../../../domain/visit/group-limit.ts'
import { newId } from '../../new-id.ts'
import { type Author, sendWaiting } from '../../outbox/outbox.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { GroupList } from '../groups/group-list.tsx'
import { type GroupDraft, groupsQuery } from '../groups/group-query.ts'
import { keepGroup, takeGroupBack } from '../groups/keep-group.ts'
import type { Place } from './desk-memory.ts'
import type { DeskChoices } from './use-desk-choices.ts'

export interface GroupDialogProps {
  readonly draft: GroupDraft
  readonly onDraft: (draft: GroupDraft) => void
  readonly today: LocalDate
  readonly author: Author
  readonly desks: readonly Place[]
  readonly choices: DeskChoices
  readonly onKept?: () => void
  readonly onClose: () => void
}

const daysShown = 31

/** People met together: how many, when, where and about what. What was typed stays when it is closed; saved, it waits for the network. */
export const GroupDialog = (props: GroupDialogProps) => {
  const { draft, onDraft, today, author, desks, choices, onKept, onClose } = props
  const { t } = useText('groups')
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['group-contacts'] })
  const { save, isBusy, failure } = useSaving(onClose, refresh)
  const listed = useQuery(groupsQuery({ from: addDays(today, -daysShown), to: today })).data ?? []
  const people = Number(draft.people)
  const isCounted = Number.isInteger(people) && people >= fewestInGroup && people <= mostInGroup
  // because: what this browser cannot send now waits for the next time
  const send = () => sendWaiting(author, () => void refresh()).catch(() => undefined)
  const keep = async () => {
    await keepGroup(author, draft)
    void send()
    onDraft({ ...draft, id: newId(), theme: '', people: '' })
    onKept?.()
    const undo = () => takeGroupBack(author, draft, t('undoReason')).then(send)
    return { sentence: t('kept', { count: people }), undo }
  }
  return (
    <TaskDialog
      title={t('title')}
      onClose={onClose}
      canSave={isCounted && draft.theme !== '' && draft.heldOn <= today}
      isBusy={isBusy}
      failure={failure}
      onSave={() => void save(keep)}
    >
      <p>{t('lead')}</p>
      <TextField
        label={t('people')}
        maxLength={4}
        value={draft.people}
        onChange={(typed) => onDraft({ ...draft, people: typed.replace(/\D/g, '') })}
        error={
          draft.people === '' || isCounted
            ? undefined
            : t('wrongPeople', { fewest: fewestInGroup, most: mostInGroup })
        }
      />
      <Select
        label={t('theme')}
        options={[{ id: '', label: t('chooseTheme') }, ...choices.themes]}
        selected={draft.theme}
        onSelect={(theme) => onDraft({ ...draft, theme })}
      />
      <DateField
        label={t('heldOn')}
        date={draft.heldOn}
        // because: the field gives a day of the calendar
        onDate={(day) => onDraft({ ...draft, heldOn: day as LocalDate })}
      />
      <Select
        label={t('desk')}
        options={desks.map(({ id, name }) => ({ id, label: name }))}
        selected={draft.deskId}
        onSelect={(deskId) => onDraft({ ...draft, deskId })}
      />
      <GroupList
        title={t('last')}
        groups={listed}
        mayVoid={({ guide }) => guide.id === author.memberId}
        onChanged={refresh}
      />
    </TaskDialog>
  )
}
