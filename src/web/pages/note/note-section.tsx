import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnNote } from '../../../contract/note.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { latestErasure, mostNoteCharacters } from '../../../domain/note/note-limit.ts'
import { formatDate, localDateIn } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { readDate } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { TypedField } from '../../typed-field.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
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
  const { data: session } = useQuery(sessionQuery)
  const today = localDateIn(new Date(), session?.city.timeZone ?? 'UTC')
  const kept = { text: before?.text ?? '', eraseOn: before?.eraseOn ?? latestErasure(today) }
  const [typed, setTyped] = useState<typeof kept>()
  const { text, eraseOn } = typed ?? kept
  const { save, erase, isBusy, failure } = useNote(requestId, before, () => setTyped(undefined))
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
      <div className="note-buttons">
        {typed && text.trim() ? (
          <Button
            look="primary"
            isDisabled={isRefused}
            isPending={isBusy}
            onPress={() => save({ text, eraseOn })}
          >
            {t('note.save')}
          </Button>
        ) : null}
        {before ? (
          <Button isPending={isBusy} onPress={() => erase(before)}>
            {t('note.erase')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function useNote(requestId: string, before: OwnNote | null, onDone: () => void) {
  const { t } = useText('coaching')
  const queries = useQueryClient()
  // In another window it may have changed: what is typed here stays, and the next press is meant for that.
  const onError = () => queries.invalidateQueries({ queryKey: noteQuery(requestId).queryKey })
  const settled = (note: OwnNote | null, sentence: string) => {
    keepNote(queries, requestId, note)
    announce({ sentence })
    onDone()
  }
  const saving = useMutation({
    mutationFn: (note: Pick<OwnNote, 'text' | 'eraseOn'>) => saveNote(requestId, note, before),
    onSuccess: (note) => settled(note, t('note.saved')),
    onError,
  })
  const erasing = useMutation({
    mutationFn: (note: OwnNote) => eraseNote(requestId, note),
    onSuccess: () => settled(null, t('note.erased')),
    onError,
  })
  const error = saving.error ?? erasing.error
  return {
    save: saving.mutate,
    erase: erasing.mutate,
    isBusy: saving.isPending || erasing.isPending,
    failure: error ? sayFailure(error, t) : undefined,
  }
}
