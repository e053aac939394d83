import { useSyncExternalStore } from 'react'

function watch(listener: () => void): () => void {
  for (const change of ['online', 'offline'] as const) addEventListener(change, listener)
  return () => {
    for (const change of ['online', 'offline'] as const) removeEventListener(change, listener)
  }
}

/** Whether this device has a network, as far as its browser knows. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)
