import { z } from 'zod'
import { followUpId, messageId } from '../id.ts'
import { type LocalDate, localDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** That something is done, as it waits on a device: said of what whoever ticked it off saw there. */
export const notedCompletion = z.strictObject({
  id: messageId,
  followUpId,
  /** The version that they saw. */
  version: z.int().positive(),
  /** By the clock of the device. */
  doneAt: z.iso.datetime({ offset: true }),
  /** For them alone, who decide when it is another by now. */
  seen: z.strictObject({ what: z.string(), dueOn: localDate }),
})
export type NotedCompletion = z.infer<typeof notedCompletion>

/** What stands in the databank of it. */
interface Found {
  readonly version: number
  /** Undefined: it is still open. */
  readonly doneBy: 'self' | { readonly name: string; readonly day: LocalDate } | undefined
}

/**
 * What a completion that waited means for what is there. It holds for the version that was seen: `done` writes it, `same`
 * says that they ticked it off already. Refuses what a colleague did meanwhile (`follow_up_done`) and what is another by
 * now (`follow_up_changed`).
 */
export function decideCompletion({ version, doneBy }: Found, seen: number): 'done' | 'same' | Refusal {
  if (doneBy === 'self') return 'same'
  if (doneBy) return refuse('follow_up_done', doneBy)
  return version === seen ? 'done' : refuse('follow_up_changed')
}

/**
 * What taking it back means: `reopen` where it is done by it. `both` where it never came: it is written and taken out again,
 * so that it finds another version when it strays in later. `nothing` where somebody did something else since.
 */
export function decideTakingBack({ version, doneBy }: Found, seen: number): 'reopen' | 'both' | 'nothing' {
  if (doneBy === 'self' && version === seen + 1) return 'reopen'
  return doneBy === undefined && version === seen ? 'both' : 'nothing'
}
