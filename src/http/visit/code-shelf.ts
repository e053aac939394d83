import { asActor } from '../../db/as-actor.ts'
import { listCodeListVersions, listCodes } from '../../db/city/code-list-store.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../domain/actor.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { type SensitiveLists, sensitiveLists } from '../../domain/request/request-difference.ts'
import { CodeRegister } from '../../domain/visit/visit-rule.ts'

/** The lists of a city as a visit is checked against them. */
export interface KnownCodes {
  readonly register: CodeRegister
  readonly sensitive: SensitiveLists
  /** Sum of the versions of all lists: another one as soon as anything of them changes. */
  readonly version: number
}

const mostKept = 100

/** The code lists of cities, kept between visits: reading them anew would cost more than writing the visit. */
export class CodeShelf {
  readonly #db: Database
  readonly #kept = new Map<string, Promise<KnownCodes>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** The codes of the actor's city; they may have changed since, which whoever writes with them finds out. */
  of(actor: Actor): Promise<KnownCodes> {
    const kept = this.#kept.get(actor.cityId) ?? this.#read(actor)
    this.#kept.set(actor.cityId, kept)
    const [oldest] = this.#kept.size > mostKept ? this.#kept.keys() : []
    if (oldest) this.#kept.delete(oldest)
    return kept
  }

  forget({ cityId }: Actor): void {
    this.#kept.delete(cityId)
  }

  #read(actor: Actor): Promise<KnownCodes> {
    const read = asActor(this.#db, actor, async (tx) => {
      // Before the codes: whoever changes one meanwhile makes this version one that is no more.
      const versions = await listCodeListVersions(tx)
      const codes = await listCodes(tx)
      return {
        register: new CodeRegister(codes),
        sensitive: sensitiveLists(codes),
        version: versions.reduce((sum, { version }) => sum + version, 0),
      }
    })
    read.catch(() => this.forget(actor))
    return read
  }
}

/** What a check refuses against the codes of the actor's city: what an older list refuses, the list of now may know. */
export async function checkedAgainst(
  shelf: CodeShelf,
  actor: Actor,
  check: (codes: KnownCodes) => Refusal | undefined,
): Promise<Refusal | undefined> {
  if (!check(await shelf.of(actor))) return undefined
  shelf.forget(actor)
  return check(await shelf.of(actor))
}
