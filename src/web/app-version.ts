import { useSyncExternalStore } from 'react'
import { busyLock } from './ui/use-busy.ts'

/** `waiting`: a newer version is there. `asked`: somebody wants it, and it comes as soon as no form is open. */
type AppVersion = 'current' | 'waiting' | 'asked'

let version: AppVersion = 'current'
let takeOver = () => location.reload()
const listeners = new Set<() => void>()

function set(next: AppVersion): void {
  version = next
  for (const listener of listeners) listener()
}

export const useAppVersion = (): AppVersion =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => version,
  )

/** A newer tab has changed what this one keeps on the device: this one has to be loaded anew. */
export const askReload = (): void => set('waiting')

/** Lets the newer version in: at once, or when what is open in any tab is saved or left. */
export function reloadWhenFree(): void {
  set('asked')
  void navigator.locks.request(busyLock, () => takeOver())
}

/** Loads the page anew, unless something that is open in a tab would be lost. On plain http nobody knows of the other tabs. */
export function reloadIfFree(): void {
  if ('locks' in navigator) ifFree(() => location.reload())
  else location.reload()
}

const ifFree = (work: () => void) =>
  void navigator.locks.request(busyLock, { ifAvailable: true }, (free) => free && work())

const hour = 3600_000

/**
 * Has the browser keep the app for when there is no network, and watches for newer versions. One never takes over while a
 * form is open: it waits until somebody asks for it, or until nobody looks.
 */
export async function watchVersions(): Promise<void> {
  // because: without a network the version of before goes on working
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  let isControlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // Something may have been begun since it was asked: the files of before are still there for it.
    if (isControlled) void navigator.locks.request(busyLock, () => location.reload())
    isControlled = true
  })
  const registration = await navigator.serviceWorker.ready
  const look = () => {
    const { waiting } = registration
    if (!waiting) return
    takeOver = () => waiting.postMessage('take-over')
    if (version === 'current') set('waiting')
  }
  look()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || version === 'current') return
    ifFree(takeOver)
  })
  // because: a search for a newer version that fails is done again
  setInterval(() => void registration.update().catch(() => undefined), hour)
}
