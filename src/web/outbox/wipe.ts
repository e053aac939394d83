import { leave as leaveDrafts } from '../drafts/draft-store.ts'
import { tellTabs } from '../session.ts'
import { leaveOutbox, listWaiting, outboxName } from './outbox-store.ts'

/**
 * Takes everything of ours out of this browser: drafts, caches, who it is. What still waits stays, sealed, until the city has
 * it.
 */
export async function wipeBrowser(): Promise<void> {
  const isWaiting = (await listWaiting()).length > 0
  await Promise.all([leaveDrafts(), isWaiting ? undefined : leaveOutbox()])
  const stores = ((await indexedDB.databases?.()) ?? [{ name: outboxName }]).flatMap(({ name }) => name ?? [])
  const gone = stores.filter((name) => name !== outboxName || !isWaiting).map(takeAway)
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name)
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister()
  sessionStorage.clear()
  localStorage.clear()
  tellTabs(null)
  await Promise.all(gone)
}

/** Once a store is gone, or will be as soon as another tab, which was told, lets go of it. */
const takeAway = (name: string) =>
  new Promise<void>((resolve) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = asked.onerror = asked.onblocked = () => resolve()
  })
