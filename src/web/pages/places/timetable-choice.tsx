import type { Desk } from '../../../contract/desk.ts'
import { always } from '../../../domain/calendar/timetable.ts'
import { addDays, type LocalDate } from '../../../domain/local-date.ts'
import { formatDate } from '../../../text/format.ts'
import { readDate } from '../../search.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { type DeskDraft, turnTo } from './desk-draft.ts'

interface TimetableChoiceProps {
  readonly desk: Desk | undefined
  readonly draft: DeskDraft
  readonly today: LocalDate
  readonly onDraft: (draft: DeskDraft) => void
}

/** From which day on the hours below hold: those that there are, or new ones. */
export const TimetableChoice = ({ desk, draft, today, onDraft }: TimetableChoiceProps) => {
  const { t, language } = useText('places')
  const isFirst = !desk || desk.timetables.length === 0
  const nameOf = (from: LocalDate) =>
    from === always ? t('desk.always') : t('desk.from', { date: formatDate(language, from) })
  return (
    <>
      <h3>{t('desk.hours')}</h3>
      {isFirst ? (
        <Checkbox
          label={t('desk.sinceEver')}
          hint={t('desk.sinceEverHint')}
          isChecked={draft.from === always}
          onCheck={(isAlways) => onDraft({ ...draft, from: isAlways ? always : today })}
        />
      ) : (
        <Select
          label={t('desk.which')}
          options={[
            ...desk.timetables.map(({ from }) => ({ id: String(from), label: nameOf(from) })),
            { id: 'new', label: t('desk.newHours') },
          ]}
          selected={draft.editing}
          onSelect={(editing) => onDraft(turnTo(draft, desk, editing, today))}
        />
      )}
      {draft.editing === 'new' && draft.from !== always ? (
        <DateField
          label={t('desk.firstDay')}
          date={draft.from}
          onDate={(day) => onDraft({ ...draft, from: readDate(day) ?? addDays(today, 1) })}
        />
      ) : null}
    </>
  )
}
