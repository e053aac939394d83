import { useQuery } from '@tanstack/react-query'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import type { ToDo } from '../../drafts/kept-to-do.ts'
import { type Author, sendWaiting } from '../../outbox/outbox.ts'
import { useOutbox } from '../../outbox/outbox-state.ts'
import { canSeal } from '../../outbox/seal.ts'
import { renew, sessionQuery } from '../../session.ts'
import { useText } from '../../use-text.ts'
import { takeTickBack, tickOff, ticksOf } from './tick-off.ts'

export interface TickOff {
  /** Makes something done, with a way back. What goes wrong is said. */
  readonly tick: (toDo: ToDo) => void
  readonly takeBack: (toDo: ToDo) => void
  /** Ticked off on this device, and not yet in the databank. */
  readonly isTicked: (toDo: ToDo) => boolean
}

/** `onChanged` lets what is shown follow. */
export function useTickOff(onChanged: () => Promise<unknown>): TickOff {
  const { t } = useText('followups')
  const { data: session } = useQuery(sessionQuery)
  const { waiting } = useOutbox()
  const author = session && { cityId: session.city.id, memberId: session.member.id }
  const change = async (work: (by: Author) => Promise<void>) => {
    if (!author) return
    await work(author)
    if (!canSeal()) return void (await onChanged())
    // because: what this browser cannot send now waits for the next time
    await renew().catch(() => undefined)
    await sendWaiting(author, () => void onChanged())
    await onChanged()
  }
  const takeBack = (toDo: ToDo) => change((by) => takeTickBack(by, toDo, t('reopen')))
  const tick = (toDo: ToDo) =>
    change(async (by) => {
      await tickOff(by, toDo)
      announce({ sentence: t('finished'), undo: () => takeBack(toDo) })
    })
  const orSay = (done: Promise<void>) =>
    void done.catch((error: unknown) => announce({ sentence: sayFailure(error, t) }))
  return {
    tick: (toDo) => orSay(tick(toDo)),
    takeBack: (toDo) => orSay(takeBack(toDo)),
    isTicked: ({ id }) => (author ? waiting.has(ticksOf(author.memberId)[id] ?? '') : false),
  }
}
