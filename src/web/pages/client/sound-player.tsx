import { PauseIcon } from '@phosphor-icons/react/dist/csr/Pause'
import { PlayIcon } from '@phosphor-icons/react/dist/csr/Play'
import { useEffect, useRef, useState } from 'react'
import './sound-player.css'

interface SoundPlayerProps {
  readonly sound: Blob
  /** What browsers record says nothing of its own length. */
  readonly seconds: number
  readonly words: { readonly listen: string; readonly pause: string; readonly progress: string }
}

/** One large button that plays and pauses; it begins anew once it has ended, and falls silent when it leaves. */
export const SoundPlayer = ({ sound, seconds, words }: SoundPlayerProps) => {
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const address = useAddress(sound)
  const press = () => {
    const player = audio.current
    if (!player) return
    // because: the next press may come before it plays, and then it never will
    if (player.paused) player.play().catch(() => setPlaying(false))
    else player.pause()
  }
  const Icon = isPlaying ? PauseIcon : PlayIcon
  return (
    <div className="player">
      {/* biome-ignore lint/a11y/useMediaCaption: because what is read aloud stands beside it in words */}
      <audio
        ref={audio}
        src={address}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => {
          setPlaying(false)
          setAt(0)
        }}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
      />
      <button type="button" className="player-button" onClick={press}>
        <Icon aria-hidden size={32} />
        {isPlaying ? words.pause : words.listen}
      </button>
      <progress
        className="progress-bar"
        value={Math.min(at, seconds)}
        max={seconds}
        aria-label={words.progress}
      />
      <span className="player-time" dir="ltr">
        {clockOf(Math.min(at, seconds))} / {clockOf(seconds)}
      </span>
    </div>
  )
}

/** The sound as an address of this page, for as long as it is shown. */
function useAddress(sound: Blob): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(sound)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [sound])
  return address
}

const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
