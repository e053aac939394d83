import { useRef, useState } from 'react'
import { announce } from '../../announcement.ts'
import { newId } from '../../new-id.ts'
import type { Author } from '../../outbox/outbox.ts'
import { useBusy } from '../../ui/use-busy.ts'
import { useText } from '../../use-text.ts'
import { firstDesk, type Place } from './desk-memory.ts'
import { goToNext, useDeskKeys } from './use-desk-keys.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useRegister } from './use-register.ts'
import {
  askAnother,
  isUntouched,
  newVisit,
  nextVisit,
  renewed,
  savedAt,
  type VisitDraft,
} from './visit-draft.ts'
import { holdsRegisterNumber, missingOf } from './visit-missing.ts'

/** A visit being noted, and what can be done with it. Saved, the next one begins at once. */
export function useVisit(desks: readonly Place[], author: Author) {
  const { t } = useText('typed')
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => newVisit(firstDesk(desks), newId))
  const draftNow = useRef(draft)
  draftNow.current = draft
  const [isChecked, setChecked] = useState(false)
  const [isHidden, setHidden] = useState(false)
  const [isTallying, setTallying] = useState(false)
  const begin = (next: VisitDraft) => {
    setDraft(next)
    setChecked(false)
    goTo(form.current, '.chips input')
  }
  // A visit that comes back is a new one to the databank: its old ids stay with what was taken out. A stroke of a tally
  // is made anew by one tap.
  const register = useRegister(
    author,
    (taken) => !isTallying && isUntouched(draftNow.current) && begin(renewed(taken, newId)),
  )
  const drafts = useKeptDraft(author, draft, begin)
  useBusy(register.isOpen || !isUntouched(draft))
  const missing = missingOf(draft.question)
  const showMissing = () => {
    setChecked(true)
    goTo(form.current, '.chips[aria-invalid=true] input')
  }
  const refuseNumber = () => {
    announce({ sentence: t('registerNumber') })
    goTo(form.current, '.field-box[aria-invalid=true]')
  }
  const saveAs = ({ unfinished }: { readonly unfinished: boolean }) => {
    if (holdsRegisterNumber(draft)) return refuseNumber()
    const isBegun = draft.question.theme !== null || draft.asked.length === 0
    if (isBegun && missing.some((field) => !unfinished || field === 'theme' || field === 'followUps'))
      return showMissing()
    drafts.waitFor(register.save(savedAt(new Date(), draft, { unfinished })))
    begin(newVisit(draft.deskId, newId))
  }
  const save = () => !isTallying && saveAs({ unfinished: false })
  const hide = () => setHidden((hidden) => !hidden)
  useDeskKeys({ save, hide })
  return {
    form,
    draft,
    setDraft,
    isHidden,
    hide,
    isTallying,
    setTallying,
    save,
    later: () => saveAs({ unfinished: true }),
    another: () => {
      if (missing.length > 0) showMissing()
      else if (holdsRegisterNumber(draft)) refuseNumber()
      else begin(askAnother(draft, newId))
    },
    missing: isChecked ? missing : [],
    /** What was saved, as long as nothing else was begun. */
    last: isUntouched(draft) ? register.last : undefined,
    register,
    drafts,
    isFree: isUntouched(draft),
    mend: (refused: VisitDraft) => begin(renewed(refused, newId)),
    next: (who: 'person' | 'household') => register.last && begin(nextVisit(register.last.draft, newId, who)),
    onAnswered: () => goToNext(form.current),
  }
}

/** Once the page shows it. */
const goTo = (form: HTMLElement | null, selector: string) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(selector)?.focus())
