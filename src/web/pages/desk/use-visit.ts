import { useRef, useState } from 'react'
import { newId } from '../../new-id.ts'
import type { Author } from '../../outbox/outbox.ts'
import { useBusy } from '../../ui/use-busy.ts'
import { firstDesk, type Place } from './desk-memory.ts'
import { savedAt } from './saved-draft.ts'
import { goTo, useAsking } from './use-asking.ts'
import { goToNext, useDeskKeys } from './use-desk-keys.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useRegister } from './use-register.ts'
import {
  askAnother,
  isBegun,
  isUntouched,
  newVisit,
  nextVisit,
  renewed,
  reopen,
  tallied,
  type VisitDraft,
} from './visit-draft.ts'
import { missingOf } from './visit-missing.ts'

/** A visit being noted, and what can be done with it. Saved, the next one begins at once. */
export function useVisit(desks: readonly Place[], author: Author) {
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => newVisit(firstDesk(desks), newId))
  const isFree = isUntouched(draft)
  const draftNow = useRef(draft)
  draftNow.current = draft
  const [isHidden, setHidden] = useState(false)
  const [isTallying, setTallying] = useState(false)
  const begin = (next: VisitDraft) => {
    setDraft(next)
    goTo(form.current, '.chips input')
  }
  // A visit that comes back is a new one to the databank: its old ids stay with what was taken out. A stroke of a tally
  // is made anew by one tap.
  const register = useRegister(author, async (taken) => {
    if (isTallying) return
    if (isUntouched(draftNow.current)) begin(renewed(taken, newId))
    else await drafts.leave(renewed(taken, newId))
  })
  const drafts = useKeptDraft(author, draft, begin)
  useBusy(register.isOpen || !isFree)
  const asking = useAsking(form, draft)
  const saveAs = ({ unfinished }: { readonly unfinished: boolean }) => {
    const isAsked = isBegun(draft.question) || draft.asked.length === 0
    if (!asking.mayKeep() || (isAsked && !asking.isWhole({ unfinished }))) return
    const open = unfinished ? undefined : draft.asked.find((one) => missingOf(one).length > 0)
    if (open) {
      setDraft(reopen(draft, open.id))
      return asking.goToMissing(open.id)
    }
    drafts.waitFor(register.save(savedAt(new Date(), draft, { unfinished })))
    begin(newVisit(draft.deskId, newId))
  }
  // A second press a moment after the first means nothing.
  const save = () => !isTallying && !(register.isOpen && isFree) && saveAs({ unfinished: false })
  const hide = () => setHidden((hidden) => !hidden)
  useDeskKeys({ save, hide })
  return {
    form,
    draft,
    setDraft,
    begin,
    isHidden,
    hide,
    isTallying,
    setTallying,
    tally: (theme: string) =>
      register.save(savedAt(new Date(), tallied(draft, theme, newId), { unfinished: true })),
    save,
    later: () => saveAs({ unfinished: true }),
    another: () =>
      asking.mayKeep() && asking.isWhole({ unfinished: false }) && begin(askAnother(draft, newId)),
    reopen: (id: string) => {
      if (!isBegun(draft.question) || asking.isWhole({ unfinished: true })) setDraft(reopen(draft, id))
    },
    missing: asking.missing,
    /** What was saved, as long as nothing else was begun. */
    last: isFree ? register.last : undefined,
    register,
    drafts,
    isFree,
    mend: async (refused: VisitDraft, take: () => Promise<boolean>) => {
      const mended = renewed(refused, newId)
      if (await drafts.takeOver(mended, take)) begin(mended)
    },
    next: (who: 'person' | 'household') => register.last && begin(nextVisit(register.last.draft, newId, who)),
    onAnswered: () => goToNext(form.current),
  }
}
