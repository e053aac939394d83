import type { Seen } from '../../db/people/account-store.ts'

const mostKept = 1000

/**
 * Who each session was of when it was last looked up. Nobody is believed for standing here: it is looked up again with
 * every question, only in the same round trip (db/people/account-store.ts).
 */
export class LastSeen {
  readonly #bySession = new Map<string, Seen>()

  of(token: string): Seen | undefined {
    return this.#bySession.get(token)
  }

  keep(token: string, seen: Seen): void {
    this.#bySession.delete(token)
    this.#bySession.set(token, seen)
    const [oldest] = this.#bySession.size > mostKept ? this.#bySession.keys() : []
    if (oldest !== undefined) this.#bySession.delete(oldest)
  }

  forget(token: string): void {
    this.#bySession.delete(token)
  }
}
