import type { Actor } from '../../domain/actor.ts'
import type { ImportId } from '../../domain/id.ts'
import type { SheetStart } from '../../domain/import/import-column.ts'
import type { ImportTask } from '../../domain/import/import-job.ts'
import type { WorldNames } from '../../domain/import/import-names.ts'
import type { Refusal } from '../../domain/refusal.ts'

/** What the worker is given; it has a connection of its own and shares nothing with the server but this. */
export interface ImportWork {
  readonly loginUrl: string
  readonly actor: Extract<Actor, { kind: 'member' }>
  readonly importId: ImportId
  /** Look at the file's first rows; or try it, or import it, under the task's id. */
  readonly task: { readonly kind: 'look' } | { readonly kind: ImportTask; readonly id: string }
  readonly names: WorldNames
  readonly timeZone: string
}

/** What the worker says of a file that it looked at. */
export type Look = { readonly start: SheetStart } | { readonly refusal: Refusal }
