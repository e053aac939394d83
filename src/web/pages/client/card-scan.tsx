import decodeQr from 'qr/decode.js'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'

const lookEveryMs = 200
/** Wide enough for the QR of a card held before a tablet, and little work for an old one. */
const width = 480

/** Looks for a QR through the camera. The pictures stay in this page: none is kept or sent. */
export const CardScan = ({ onRead }: { onRead: (text: string) => void }) => {
  const { t } = useText('card')
  const video = useRef<HTMLVideoElement>(null)
  const [isRefused, setRefused] = useState(false)
  const latest = useRef(onRead)
  latest.current = onRead
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    let isOver = false
    const end = () => {
      isOver = true
      clearInterval(timer)
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (isOver || !video.current) return end()
      video.current.srcObject = stream
      await video.current.play()
      timer = setInterval(() => {
        const text = video.current ? readFrame(video.current) : undefined
        if (text === undefined) return
        end()
        latest.current(text)
      }, lookEveryMs)
    }
    begin().catch(() => !isOver && setRefused(true))
    return end
  }, [])
  if (isRefused)
    return (
      <Notice kind="signal" word={t('scan.refusedWord')}>
        <p>{t('scan.refused')}</p>
      </Notice>
    )
  return (
    <div className="card-scan">
      <p>{t('scan.how')}</p>
      <video ref={video} muted playsInline />
    </div>
  )
}

function readFrame(video: HTMLVideoElement): string | undefined {
  if (video.videoWidth === 0) return undefined
  const height = Math.round((width * video.videoHeight) / video.videoWidth)
  const pixels = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!pixels) return undefined
  pixels.drawImage(video, 0, 0, width, height)
  try {
    return decodeQr(pixels.getImageData(0, 0, width, height))
  } catch {
    // No code in sight yet.
    return undefined
  }
}
