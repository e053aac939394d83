import { useEffect, useRef, useState } from 'react'
import { mostRecordingSeconds } from '../../../domain/client/recording-rule.ts'

/** A sound that was recorded or chosen just now, and how long it lasts. */
export interface TakenSound {
  readonly sound: Blob
  readonly seconds: number
}

type RecorderState =
  | { readonly now: 'ready' }
  /** The browser asks whether it may. */
  | { readonly now: 'asking' }
  | { readonly now: 'running'; readonly seconds: number }
  | { readonly now: 'refused' | 'absent' }

/** The first that this browser records in; the server knows all of them. */
const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
/** Speech stays clear, and five minutes stay under what the server takes. */
const bitsPerSecond = 32_000
const lookEveryMs = 250

/** Records from the microphone, for as long as it is shown and at most as long as a recording may last. */
export function useRecorder(onTaken: (taken: TakenSound) => void) {
  const [state, setState] = useState<RecorderState>({ now: 'ready' })
  const running = useRef<{ readonly stop: () => void } | undefined>(undefined)
  const isOver = useRef(false)
  const taken = useRef(onTaken)
  taken.current = onTaken
  useEffect(() => {
    isOver.current = false
    return () => {
      isOver.current = true
      running.current?.stop()
    }
  }, [])
  const start = async () => {
    if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return setState({ now: 'absent' })
    setState({ now: 'asking' })
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      if (isOver.current) return silence(stream)
      running.current = record(stream, {
        onTime: (seconds) => setState({ now: 'running', seconds }),
        onEnd: (sound) => {
          running.current = undefined
          if (isOver.current) return
          setState({ now: 'ready' })
          taken.current(sound)
        },
      })
    } catch (error) {
      const isMissing = error instanceof DOMException && error.name === 'NotFoundError'
      setState({ now: isMissing ? 'absent' : 'refused' })
    }
  }
  return { state, start, stop: () => running.current?.stop() }
}

interface Listener {
  readonly onTime: (seconds: number) => void
  readonly onEnd: (taken: TakenSound) => void
}

function record(stream: MediaStream, { onTime, onEnd }: Listener) {
  const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind))
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: bitsPerSecond,
    ...(mimeType ? { mimeType } : {}),
  })
  const pieces: Blob[] = []
  const begun = performance.now()
  const secondsNow = () => (performance.now() - begun) / 1000
  const stop = () => recorder.state === 'inactive' || recorder.stop()
  onTime(0)
  const timer = setInterval(() => {
    onTime(Math.floor(secondsNow()))
    if (secondsNow() >= mostRecordingSeconds) stop()
  }, lookEveryMs)
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  recorder.onstop = () => {
    clearInterval(timer)
    silence(stream)
    onEnd({ sound: new Blob(pieces, { type: recorder.mimeType }), seconds: wholeSeconds(secondsNow()) })
  }
  recorder.start()
  return { stop: () => void stop() }
}

/** The light of the microphone goes out. */
const silence = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

const wholeSeconds = (seconds: number): number =>
  Math.min(mostRecordingSeconds, Math.max(1, Math.round(seconds)))

/** How long a file sounds; undefined where this browser cannot play it. */
export async function secondsOf(file: Blob): Promise<number | undefined> {
  try {
    const { duration } = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(await file.arrayBuffer())
    return Math.max(1, Math.round(duration))
  } catch {
    return undefined
  }
}
