import { useQuery } from '@tanstack/react-query'
import { latestErasure, mostNoteCharacters } from '../../../domain/note/note-limit.ts'
import { formatDate, localDateIn } from '../../../text/format.ts'
import { sessionQuery } from '../../session.ts'
import { TypedField } from '../../typed-field.tsx'
import { useText } from '../../use-text.ts'

export interface NoteFieldProps {
  readonly value: string | null
  readonly onChange: (note: string | null) => void
}

/** At the desk: what only whoever types it will read. */
export const NoteField = ({ value, onChange }: NoteFieldProps) => {
  const { t, language } = useText('coaching')
  const { data: session } = useQuery(sessionQuery)
  const eraseOn = latestErasure(localDateIn(new Date(), session?.city.timeZone ?? 'UTC'))
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
