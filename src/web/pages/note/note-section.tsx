import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnNote } from '../../../contract/note.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { latestErasure, mostNoteCharacters } from '../../../domain/note/note-limit.ts'
import { formatDate } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { readDate } from '../../search.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { LeaveGuard } from '../../shell/leave-guard.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { TypedField } from '../../typed-field.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { eraseNote, keepNote, noteQuery, saveNote } from './note-query.ts'
import './note-section.css'

/** What whoever looks after a request keeps about it, for nobody else and not for long. */
export const NoteSection = ({ requestId }: { requestId: string }) => {
  const { t } = useText('coaching')
  const { data, error, refetch } = useQuery(noteQuery(requestId))
  return (
    <section className="note" aria-labelledby="note">
      <h2 id="note">{t('note.title')}</h2>
      {data !== undefined ? (
        <NoteForm requestId={requestId} before={data} />
      ) : error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </section>
  )
}

const NoteForm = ({ requestId, before }: { requestId: string; before: OwnNote | null }) => {
  const { t, language } = useText('coaching')
  const today = useToday()
  const kept = { text: before?.text ?? '', eraseOn: before?.eraseOn ?? latestErasure(today) }
  const [typed, setTyped] = useState<typeof kept>()
  const forget = () => setTyped(undefined)
  const { text, eraseOn } = typed ?? kept
  const { save, erase, isBusy, failure } = useNote(requestId, before, forget)
  const isChanged = text !== kept.text || eraseOn !== kept.eraseOn
  const isRefused = hasRegisterNumber(text)
  return (
    <div className="note-form">
      <TypedField
        label={t('note.label', { date: formatDate(language, eraseOn) })}
        hint={t('note.hint')}
        isLong
        maxLength={mostNoteCharacters}
        value={text}
        onChange={(words) => setTyped({ text: words ?? '', eraseOn })}
      />
      {text ? (
        <DateField
          label={t('note.eraseOn')}
          date={eraseOn}
          onDate={(day) => setTyped({ text, eraseOn: readDate(day) ?? eraseOn })}
        />
      ) : null}
      <FailureNotice failure={failure} />
      <LeaveGuard isChanged={isChanged} isKeptOnPage onLeave={forget} />
      <div className="note-buttons">
        {typed && text.trim() ? (
          <Button
            look="primary"
            isDisabled={isRefused}
            isPending={isBusy}
            onPress={() => void save({ text, eraseOn })}
          >
            {t('note.save')}
          </Button>
        ) : null}
        {before ? (
          <Button isPending={isBusy} onPress={() => void erase(before)}>
            {t('note.erase')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** One thing at a time, however often a button is pressed. */
function useNote(requestId: string, before: OwnNote | null, onDone: () => void) {
  const { t } = useText('coaching')
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const act = async (work: () => Promise<OwnNote | null>, sentence: string) => {
    setBusy(true)
    setFailure(undefined)
    try {
      keepNote(queries, requestId, await work())
      announce({ sentence })
      onDone()
    } catch (error) {
      setFailure(sayFailure(error, t))
      // In another window it may have changed: what is typed here stays, and the next press is meant for that.
      await queries.invalidateQueries({ queryKey: noteQuery(requestId).queryKey })
    }
    setBusy(false)
  }
  return {
    save: (note: Pick<OwnNote, 'text' | 'eraseOn'>) =>
      act(() => saveNote(requestId, note, before), t('note.saved')),
    erase: (note: OwnNote) => act(() => eraseNote(requestId, note).then(() => null), t('note.erased')),
    isBusy,
    failure,
  }
}
