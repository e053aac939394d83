import type { BackgroundWork } from './background-work.ts'

/** Something that is done at the start and then every so often, one time after the other. */
export interface Chore {
  readonly everyMs: number
  readonly do: (signal: AbortSignal) => Promise<void>
}

/**
 * Begins the chores of this server; they end with its background work. Several servers may share a database: what must
 * be done once says so by a row (docs/decisions/0024-clockwork.md).
 */
export function startClock(chores: readonly Chore[], background: BackgroundWork): void {
  for (const chore of chores) {
    let isBusy = false
    const begin = () => {
      if (isBusy) return
      isBusy = true
      background.begin((signal) => chore.do(signal).finally(() => (isBusy = false)))
    }
    begin()
    setInterval(begin, chore.everyMs).unref()
  }
}
