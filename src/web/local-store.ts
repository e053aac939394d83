import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb'
import { askReload } from './app-version.ts'

/** Written to the disk itself before it is done: the power may go. */
export const onDisk = { durability: 'strict' } as const

/**
 * A store of this browser, opened when it is needed and anew when it was let go. When a newer page changed it, this one has
 * to be loaded anew.
 */
export function localStore<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
) {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  let isLeft = false
  const close = async () => {
    const held = opened
    opened = undefined
    ;(await held)?.close()
  }
  const open = () => {
    // Whoever still wants it on a page that is about to go would make it again.
    if (isLeft) return new Promise<never>(() => undefined)
    opened ??= openDB<Schema>(name, version, {
      upgrade,
      // A newer page wants to change the store, or somebody to take it away: this one lets go.
      blocking: (_, wanted) => {
        void close()
        if (wanted !== null) askReload()
      },
      terminated: () => {
        opened = undefined
      },
    })
    opened.catch((error: unknown) => {
      opened = undefined
      // A newer page changed the store while this one was not looking.
      if (error instanceof DOMException && error.name === 'VersionError') askReload()
    })
    return opened
  }
  /** Lets go of it for good: this page does not open it again. */
  const leave = () => {
    isLeft = true
    return close()
  }
  return { open, leave }
}
