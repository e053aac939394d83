import { MicrophoneIcon } from '@phosphor-icons/react/dist/csr/Microphone'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientRecording, ClientWords } from '../../../contract/client-words.ts'
import type { ClientLanguage } from '../../../domain/client-language.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, onVersion, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { SoundPlayer } from '../client/sound-player.tsx'
import { fetchSound } from '../client/spoken-part.tsx'
import { RecorderDialog } from './recorder-dialog.tsx'

interface PartRecordingProps {
  readonly words: ClientWords
  readonly part: string
  /** The text as a whole, and not one word of it. */
  readonly isWhole?: true
}

/** How a text is read aloud: to listen to, to make anew, to remove. */
export const PartRecording = ({ words, part, isWhole }: PartRecordingProps) => {
  const { t } = useText('client')
  const [open, setOpen] = useState<'record' | 'remove'>()
  const found = words.parts.find((one) => one.part === part)
  if (!found) return null
  const { recording } = found
  const close = () => setOpen(undefined)
  return (
    <div className="words-recording">
      {isWhole ? <h3>{t('recording.whole')}</h3> : null}
      {recording ? (
        <Kept language={words.language} part={part} recording={recording} />
      ) : isWhole ? (
        <p className="words-state">{t('recording.none')}</p>
      ) : null}
      <div className="words-actions">
        <Button icon={<MicrophoneIcon aria-hidden size={20} />} onPress={() => setOpen('record')}>
          {t(recording ? 'recording.again' : 'recording.make')}
          <About words={words} part={part} />
        </Button>
        {recording ? (
          <Button look="bare" onPress={() => setOpen('remove')}>
            {t('recording.remove')}
            <About words={words} part={part} />
          </Button>
        ) : null}
      </div>
      {open === 'record' ? <RecorderDialog words={words} found={found} onClose={close} /> : null}
      {open === 'remove' ? (
        <RemoveDialog language={words.language} part={part} version={found.version} onClose={close} />
      ) : null}
    </div>
  )
}

const About = ({ words, part }: { readonly words: ClientWords; readonly part: string }) => {
  const dutch = words.sentences.find(({ key }) => key === part)?.dutch
  return dutch ? (
    <span className="visually-hidden" lang="nl">
      : {dutch}
    </span>
  ) : null
}

interface KeptProps {
  readonly language: ClientLanguage
  readonly part: string
  readonly recording: ClientRecording
}

const Kept = ({ language, part, recording }: KeptProps) => {
  const { t } = useText('client')
  const { data: sound, isError } = useQuery({
    queryKey: ['client-recording', language, part, recording.checksum],
    queryFn: () => fetchSound(language, part, recording.checksum),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const listen = t('recording.listen')
  return (
    <>
      {sound ? (
        <SoundPlayer
          sound={sound}
          seconds={recording.seconds}
          words={{ listen, pause: t('recording.pause'), progress: listen }}
        />
      ) : null}
      {isError ? <p className="field-error">{t('recordingAway')}</p> : null}
      {recording.isStale ? <strong className="words-stale">{t('recordingStale')}</strong> : null}
    </>
  )
}

interface RemoveDialogProps {
  readonly language: ClientLanguage
  readonly part: string
  readonly version: number
  readonly onClose: () => void
}

/** A voice is removed for good, so it is asked. */
const RemoveDialog = ({ language, part, version, onClose }: RemoveDialogProps) => {
  const { t } = useText('client')
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const remove = async () => {
    setBusy(true)
    try {
      const place = { param: { language, part }, header: {} }
      await bodyOf(api['client-words'][':language'].recordings[':part'].$delete(place, onVersion(version)))
      announce({ sentence: t('recording.removed') })
      onClose()
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
    await queries.invalidateQueries({ queryKey: ['client-words'] })
  }
  return (
    <TaskDialog
      title={t('recording.removeTitle')}
      saveLabel={t('recording.remove')}
      canSave
      isBusy={isBusy}
      failure={failure}
      onClose={onClose}
      onSave={() => void remove()}
    >
      <p>{t('recording.removeLead')}</p>
    </TaskDialog>
  )
}
