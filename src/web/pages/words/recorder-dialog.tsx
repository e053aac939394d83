import { MicrophoneIcon } from '@phosphor-icons/react/dist/csr/Microphone'
import { StopIcon } from '@phosphor-icons/react/dist/csr/Stop'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientTextPart, ClientWords } from '../../../contract/client-words.ts'
import { mostRecordingBytes, mostRecordingSeconds } from '../../../domain/client/recording-rule.ts'
import { directionOf } from '../../../domain/client-language.ts'
import { languageNames } from '../../../text/client-format.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { SoundPlayer } from '../client/sound-player.tsx'
import { sendFile } from '../file-travel.ts'
import { secondsOf, type TakenSound, useRecorder } from './use-recorder.ts'

interface RecorderDialogProps {
  readonly words: ClientWords
  readonly found: ClientTextPart
  readonly onClose: () => void
}

/** Somebody reads the text aloud, listens, and keeps it or reads it anew. */
export const RecorderDialog = ({ words, found, onClose }: RecorderDialogProps) => {
  const { t } = useText('client')
  const [taken, setTaken] = useState<TakenSound>()
  const [mayBeHeard, setMayBeHeard] = useState(false)
  const { keep, isBusy, failure, setFailure } = useKeeping({ words, found, onClose })
  const take = (sound: TakenSound | undefined) => {
    setFailure(undefined)
    setTaken(sound)
  }
  const listen = t('recording.listen')
  return (
    <TaskDialog
      title={t('recording.title', { language: languageNames[words.language] })}
      canSave={taken !== undefined && mayBeHeard}
      isBusy={isBusy}
      failure={failure}
      onClose={onClose}
      onSave={() => taken && void keep(taken)}
    >
      {/* First: who reads a long text sees at once how to begin and to stop. */}
      <Recorder isAgain={taken !== undefined} onTaken={take} onFault={setFailure} />
      {taken ? (
        <SoundPlayer
          sound={taken.sound}
          seconds={taken.seconds}
          words={{ listen, pause: t('recording.pause'), progress: listen }}
        />
      ) : null}
      <Checkbox label={t('recording.consent')} isChecked={mayBeHeard} onCheck={setMayBeHeard} />
      <h3>{t('recording.read')}</h3>
      <ToRead words={words} part={found.part} />
    </TaskDialog>
  )
}

const ToRead = ({ words, part }: { readonly words: ClientWords; readonly part: string }) => {
  const { t } = useText('client')
  const toRead = words.sentences.filter(({ key }) => key === part || key.startsWith(`${part}.`))
  return (
    <>
      {toRead.some(({ shownIn }) => shownIn !== words.language) ? (
        <p className="words-state">{t('recording.readPart')}</p>
      ) : null}
      <div className="words-read">
        {toRead.map(({ key, words: said, shownIn }) => (
          <p key={key} lang={shownIn} dir={directionOf(shownIn)}>
            {said}
          </p>
        ))}
      </div>
    </>
  )
}

interface RecorderProps {
  readonly isAgain: boolean
  readonly onTaken: (taken: TakenSound | undefined) => void
  readonly onFault: (sentence: string) => void
}

const minutes = mostRecordingSeconds / 60

const Recorder = ({ isAgain, onTaken, onFault }: RecorderProps) => {
  const { t } = useText('client')
  const { state, start, stop } = useRecorder(onTaken)
  const begin = () => {
    onTaken(undefined)
    void start()
  }
  if (state.now === 'running')
    return (
      <div className="words-running">
        <p>
          <span className="words-light" aria-hidden />
          {t('recording.running', { count: state.seconds })}
        </p>
        <Button look="primary" icon={<StopIcon aria-hidden size={20} />} onPress={stop}>
          {t('recording.stop')}
        </Button>
      </div>
    )
  return (
    <>
      {state.now === 'refused' || state.now === 'absent' ? (
        <Notice kind="signal" word={t(`recording.${state.now}Word`)}>
          <p>{t(`recording.${state.now}`)}</p>
        </Notice>
      ) : null}
      <div className="words-actions">
        <Button
          icon={<MicrophoneIcon aria-hidden size={20} />}
          isPending={state.now === 'asking'}
          onPress={begin}
        >
          {t(isAgain ? 'recording.again' : 'recording.start')}
        </Button>
        <FileChoice onTaken={onTaken} onFault={onFault} />
      </div>
      <p className="words-state">{t('recording.most', { minutes })}</p>
    </>
  )
}

/** The other way: a file that somebody recorded elsewhere. */
const FileChoice = ({ onTaken, onFault }: Omit<RecorderProps, 'isAgain'>) => {
  const { t } = useText('client')
  const choose = async (file: File | undefined) => {
    if (!file) return
    onTaken(undefined)
    if (file.size > mostRecordingBytes) return onFault(t('recording.heavy'))
    const seconds = await secondsOf(file)
    if (seconds === undefined) return onFault(t('recording.unreadable'))
    if (seconds > mostRecordingSeconds) return onFault(t('recording.long', { minutes }))
    onTaken({ sound: file, seconds })
  }
  return (
    <label className="button button-plain file-button">
      {t('recording.file')}
      <input
        type="file"
        accept="audio/*,.webm,.ogg,.m4a,.mp4"
        className="visually-hidden"
        onChange={({ target }) => {
          void choose(target.files?.[0])
          // The same file may be chosen again after it was mended.
          target.value = ''
        }}
      />
    </label>
  )
}

function useKeeping({ words, found, onClose }: RecorderDialogProps) {
  const { t } = useText('client')
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const keep = async ({ sound, seconds }: TakenSound) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await sendFile(addressOf(words.language, found, seconds), sound, found.version)
      announce({ sentence: t('recording.saved') })
      onClose()
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
    await queries.invalidateQueries({ queryKey: ['client-words'] })
  }
  return { keep, isBusy, failure, setFailure }
}

const addressOf = (language: string, { part, text }: ClientTextPart, seconds: number): string =>
  `/api/v1/client-words/${language}/recordings/${part}?${new URLSearchParams({ seconds: String(seconds), text })}`
