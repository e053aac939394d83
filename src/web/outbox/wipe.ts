import { tellTabs } from '../session.ts'
import { closeOutbox, listWaiting, outboxName } from './outbox-store.ts'

/**
 * Takes everything of ours out of this browser: drafts, caches, who it is. What still waits stays, sealed, until the city has
 * it.
 */
export async function wipeBrowser(): Promise<void> {
  const isWaiting = (await listWaiting()).length > 0
  if (!isWaiting) await closeOutbox()
  const stores = ((await indexedDB.databases?.()) ?? [{ name: outboxName }]).flatMap(({ name }) => name ?? [])
  for (const name of stores) if (name !== outboxName || !isWaiting) indexedDB.deleteDatabase(name)
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name)
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister()
  sessionStorage.clear()
  localStorage.clear()
  tellTabs(null)
}
