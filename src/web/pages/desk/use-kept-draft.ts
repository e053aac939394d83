import { useEffect, useRef, useState } from 'react'
import type { DraftKeeper, LeftDraft } from '../../drafts/draft-keeper.ts'
import { newId } from '../../new-id.ts'
import type { Author } from '../../outbox/outbox.ts'
import { canSeal } from '../../outbox/seal.ts'
import { isUntouched, revive, type VisitDraft } from './visit-draft.ts'

/** How the form is kept on this device, and what its author began before and did not finish. */
export interface KeptDrafts {
  /** False: no network and no code of the author, so there is no key to keep it under. */
  readonly areKept: boolean
  readonly left: readonly LeftDraft[]
  readonly setLeft: (left: readonly LeftDraft[]) => void
  readonly open: (one: LeftDraft) => void
  /** What was kept stays until this is done. */
  readonly waitFor: (work: Promise<unknown>) => void
  /** Puts something beside the form, where something else is being noted by now. */
  readonly leave: (draft: VisitDraft) => Promise<void>
  /** Keeps what comes into the form next before it is taken from where it was. False: it was there no more. */
  readonly takeOver: (draft: VisitDraft, take: () => Promise<boolean>) => Promise<boolean>
}

/** Keeps the form with every change, for its author alone; what was left is back when the desk opens. */
export function useKeptDraft(
  { memberId }: Author,
  draft: VisitDraft,
  onFound: (draft: VisitDraft) => void,
): KeptDrafts {
  const [areKept, setKept] = useState(true)
  const [left, setLeft] = useState<readonly LeftDraft[]>([])
  const [keeper, setKeeper] = useState<DraftKeeper>()
  const now = useRef({ draft, onFound })
  now.current = { draft, onFound }
  useEffect(() => {
    if (!canSeal()) return
    let made: DraftKeeper | undefined
    let isGone = false
    const begin = async () => {
      const { openDrafts } = await import('../../drafts/open-drafts.ts')
      const opened = await openDrafts(memberId)
      made = opened.keeper
      const [newest, ...older] = opened.left
      const isTaken = !isGone && newest && isUntouched(now.current.draft) && (await made.take(newest.id))
      if (isGone) return made.close()
      if (isTaken) now.current.onFound(revive(newest.content))
      setLeft(isTaken ? older : opened.left)
      setKept(true)
      setKeeper(made)
    }
    // Without a key now, it is tried again when there is a network.
    const start = () => void begin().catch(() => setKept(false))
    start()
    const again = () => made ?? start()
    addEventListener('online', again)
    return () => {
      isGone = true
      removeEventListener('online', again)
      made?.close()
      setKeeper(undefined)
    }
  }, [memberId])
  useEffect(() => keeper?.write(isUntouched(draft) ? undefined : draft), [keeper, draft])
  const open = async (one: LeftDraft) => {
    setLeft(left.filter((other) => other !== one))
    if (!keeper || (await keeper.take(one.id))) onFound(revive(one.content))
  }
  const leave = async (content: VisitDraft) => {
    const one = { id: newId(), changedAt: new Date(), content }
    setLeft((others) => [one, ...others])
    // because: a device that keeps nothing still shows it, for as long as the page is open
    await keeper?.leave(one).catch(() => undefined)
  }
  const takeOver = async (next: VisitDraft, take: () => Promise<boolean>) => {
    keeper?.write(next)
    await keeper?.settle()
    const isTaken = await take()
    if (!isTaken) keeper?.write(undefined)
    return isTaken
  }
  return {
    ...{ areKept, left, setLeft, leave, takeOver },
    open: (one) => void open(one),
    waitFor: (work) => keeper?.waitFor(work),
  }
}
