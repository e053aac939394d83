import { latestErasure, mostNoteCharacters } from '../../../domain/note/note-limit.ts'
import { formatDate } from '../../../text/format.ts'
import { TypedField } from '../../typed-field.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'

export interface NoteFieldProps {
  readonly value: string | null
  readonly onChange: (note: string | null) => void
}

/** At the desk: what only whoever types it will read. */
export const NoteField = ({ value, onChange }: NoteFieldProps) => {
  const { t, language } = useText('coaching')
  const eraseOn = latestErasure(useToday())
  return (
    <TypedField
      isLong
      label={t('note.label', { date: formatDate(language, eraseOn) })}
      hint={t('note.hint')}
      maxLength={mostNoteCharacters}
      value={value}
      onChange={onChange}
    />
  )
}
