import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { isAway, renew, sessionQuery } from '../session.ts'
import { type Author, fetchKey, openDevice, sendWaiting } from './outbox.ts'

/** While something waits it is tried this often, and at once when the network comes back. */
const pause = 5000
/** This often a device that somebody looks at asks whether it was revoked: it may have nothing to send. */
const minute = 60_000

/** How to send at once what waits on this device. */
export function useSending({ cityId, memberId }: Author, onArrived: () => void): () => Promise<void> {
  const arrived = useRef(onArrived)
  arrived.current = onArrived
  return useCallback(async () => {
    // because: what this browser cannot send now waits for the next time
    await renew().catch(() => undefined)
    await sendWaiting({ cityId, memberId }, () => arrived.current()).catch(() => undefined)
  }, [cityId, memberId])
}

/** Sends what waits on this device, whichever page is open. */
export function Sending({ cityId, memberId }: Author) {
  const queries = useQueryClient()
  const send = useSending({ cityId, memberId }, () => void readAnew(queries))
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
  const isOver = useQuery(sessionQuery).data === null
  useEffect(() => {
    if (isOver) askWhetherRevoked()
    const timer = setInterval(askWhetherRevoked, minute)
    return () => clearInterval(timer)
  }, [isOver])
  return null
}

async function readAnew(queries: QueryClient): Promise<void> {
  const { queryKey } = sessionQuery
  // The server answers: whoever began by a code is known to it by now.
  if (isAway(queries.getQueryData(queryKey))) await queries.refetchQueries({ queryKey })
  await Promise.all(['requests', 'visits'].map((of) => queries.invalidateQueries({ queryKey: [of] })))
}

function askWhetherRevoked(): void {
  if (document.visibilityState === 'hidden') return
  // because: without a network it is asked again a minute later
  void import('./hand-over.ts').then(({ handOver }) => handOver(() => false)).catch(() => undefined)
}
