import { keepTicks, type Ticks, type ToDo } from '../../drafts/kept-to-do.ts'
import { newId } from '../../new-id.ts'
import { type Author, keepNoted, leaveNoted, takeNoted } from '../../outbox/outbox.ts'
import { canSeal } from '../../outbox/seal.ts'
import { completeFollowUp, reopenFollowUp } from './follow-up-query.ts'

// What was ticked off on this device goes one way, with or without a network: sealed, through the outbox (decision 0043).

/** Each member’s own: a colleague may go on at this page. */
const ticks = new Map<string, Ticks>()
/** Ticked off and taken back, while the one or the other may still be on its way. */
const takenBack = new Map<string, string>()

export const ticksOf = (memberId: string): Ticks => ticks.get(memberId) ?? {}

/** What was ticked off before this page was loaded. */
export const recallTicks = (memberId: string, kept: Ticks): void => {
  ticks.set(memberId, { ...kept, ...ticksOf(memberId) })
}

/** Says that something is done: kept on this device until the databank has it. Without cryptography it arrives or throws. */
export async function tickOff(
  author: Author,
  toDo: Pick<ToDo, 'id' | 'what' | 'dueOn' | 'version'>,
): Promise<void> {
  if (!canSeal()) return void (await completeFollowUp(toDo))
  const before = takenBack.get(toDo.id)
  takenBack.delete(toDo.id)
  const id = before ?? newId()
  setTick(author, toDo, id)
  if (before && (await leaveNoted(author, before))) return
  const { what, dueOn, version } = toDo
  const seen = { what, dueOn }
  const completion = { id, followUpId: toDo.id, version, doneAt: new Date().toISOString(), seen }
  try {
    await keepNoted(author, id, { kind: 'completion', completion })
  } catch (error) {
    setTick(author, toDo, undefined)
    throw error
  }
}

/** Takes it back: off this device, or out of the databank when it has arrived there. */
export async function takeTickBack(author: Author, toDo: ToDo, reason: string): Promise<void> {
  const id = ticksOf(author.memberId)[toDo.id]
  setTick(author, toDo, undefined)
  if (id) takenBack.set(toDo.id, id)
  if (id && (await takeNoted(author, id, reason))) return
  takenBack.delete(toDo.id)
  await reopenFollowUp(toDo)
}

function setTick({ memberId }: Author, toDo: Pick<ToDo, 'id'>, id: string | undefined): void {
  const { [toDo.id]: _, ...rest } = ticksOf(memberId)
  const now = id === undefined ? rest : { ...rest, [toDo.id]: id }
  ticks.set(memberId, now)
  // because: without it the line looks open when the page is loaded anew, and ticking off twice does no harm
  void keepTicks(memberId, now).catch(() => undefined)
}
