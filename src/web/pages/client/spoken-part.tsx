import { useQuery } from '@tanstack/react-query'
import type { ClientTextPart } from '../../../contract/client-words.ts'
import type { ClientLanguage } from '../../../domain/client-language.ts'
import { api } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { fileOf } from '../file-travel.ts'
import type { Speech } from './client-speech.ts'
import { SoundPlayer } from './sound-player.tsx'
import { StaffLine } from './staff-line.tsx'

interface SpokenPartProps {
  readonly language: ClientLanguage
  readonly part: string
  readonly speech: Speech
}

/** What is read aloud of a text. The button is there once the sound is: it never does nothing. */
export const SpokenPart = ({ language, part, speech }: SpokenPartProps) => {
  const { t } = useText('client')
  const found = speech.part(part)
  // Without a network nobody can tell whether there is one.
  if (!found) return null
  if (!found.recording) return <StaffLine sentence={t('noRecording')} />
  return (
    <>
      <Sound key={found.recording.checksum} language={language} found={found} speech={speech} />
      {found.recording.isStale ? <StaffLine sentence={t('recordingStale')} /> : null}
    </>
  )
}

const Sound = ({
  language,
  found: { part, recording },
  speech,
}: {
  readonly language: ClientLanguage
  readonly found: ClientTextPart
  readonly speech: Speech
}) => {
  const { t } = useText('client')
  const { data: sound, isError } = useQuery({
    queryKey: ['client-recording', language, part, recording?.checksum],
    queryFn: () => fetchSound(language, part, recording?.checksum ?? ''),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isError) return <StaffLine sentence={t('recordingAway')} />
  if (!sound || !recording) return null
  const listen = speech.say('audio.listen')
  const pause = speech.say('audio.pause')
  if (!listen || !pause) return null
  const words = { listen: listen.words, pause: pause.words, progress: listen.words }
  return (
    <div lang={listen.language}>
      <SoundPlayer sound={sound} seconds={recording.seconds} words={words} />
    </div>
  )
}

export const fetchSound = (language: ClientLanguage, part: string, checksum: string): Promise<Blob> =>
  fileOf(
    api['client-words'][':language'].recordings[':part'][':checksum'].$get({
      param: { language, part, checksum },
    }),
    () => undefined,
  )
