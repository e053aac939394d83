import { useCallback, useEffect, useRef } from 'react'
import { renew } from '../session.ts'
import { type Author, fetchKey, openDevice, sendWaiting } from './outbox.ts'

/** While something waits it is tried this often, and at once when the network comes back. */
const pause = 15_000

/** Sends what waits on this device while the page is open. Answers how to send at once. */
export function useSending({ cityId, memberId }: Author, onArrived: () => void): () => Promise<void> {
  const arrived = useRef(onArrived)
  arrived.current = onArrived
  const send = useCallback(async () => {
    // because: what this browser cannot send now waits for the next time
    await renew().catch(() => undefined)
    await sendWaiting({ cityId, memberId }, () => arrived.current()).catch(() => undefined)
  }, [cityId, memberId])
  useEffect(() => {
    const again = () => void send()
    // because: without a key of today the one of before will do
    void fetchKey(cityId).catch(() => undefined)
    // because: a device that cannot be made known now is made known when the desk is opened again
    void openDevice({ cityId, memberId }).catch(() => undefined)
    again()
    const timer = setInterval(again, pause)
    addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [cityId, memberId, send])
  return send
}
