import type { CityId } from '../../domain/id.ts'

/** A place in the row. */
export interface Turn {
  /** Whether others go first. */
  readonly isWaiting: boolean
  readonly begun: Promise<void>
  /** Lets the next one begin; whoever asked for a turn ends it, whatever happened. */
  readonly end: () => void
}

/**
 * Turns for work that takes a thread: one at a time of each city, and `most` at once of this server. First come, first
 * served, but nobody waits for a city that is waiting for itself.
 */
export function makeTurns(most: number): { readonly ask: (cityId: CityId) => Turn } {
  const busy = new Set<CityId>()
  let waiting: { readonly cityId: CityId; readonly begin: () => void }[] = []
  const goOn = () => {
    for (const turn of waiting) {
      if (busy.size === most) return
      if (busy.has(turn.cityId)) continue
      busy.add(turn.cityId)
      waiting = waiting.filter((other) => other !== turn)
      turn.begin()
    }
  }
  return {
    ask: (cityId) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const turn = { cityId, begin: resolve }
      waiting.push(turn)
      goOn()
      return {
        isWaiting: waiting.includes(turn),
        begun: promise,
        end: () => {
          busy.delete(cityId)
          goOn()
        },
      }
    },
  }
}
