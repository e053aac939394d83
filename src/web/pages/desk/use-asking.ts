import { type RefObject, useState } from 'react'
import { announce } from '../../announcement.ts'
import { useText } from '../../use-text.ts'
import type { VisitDraft } from './visit-draft.ts'
import { holdsRegisterNumber, isToCome, missingOf } from './visit-missing.ts'

/** Whether a question may leave the form, and what stands in the way: shown once somebody tries. */
export function useAsking(form: RefObject<HTMLFormElement | null>, draft: VisitDraft) {
  const { t } = useText('desk')
  const [checkedId, setChecked] = useState<string>()
  const missing = missingOf(draft.question)
  const goToMissing = (questionId: string) => {
    setChecked(questionId)
    goTo(form.current, '.chips[aria-invalid=true] input, .field-box[aria-invalid=true]')
  }
  return {
    /** What is still to be answered, once that was looked at. */
    missing: checkedId === draft.question.id ? missing : [],
    goToMissing,
    mayKeep: (): boolean => {
      if (isToCome(draft.receivedAt)) {
        announce({ sentence: t('toCome') })
        return false
      }
      if (!holdsRegisterNumber(draft)) return true
      announce({ sentence: t('registerNumber') })
      goTo(form.current, '.field-box[aria-invalid=true]')
      return false
    },
    isWhole: ({ unfinished }: { readonly unfinished: boolean }): boolean => {
      if (missing.every((field) => unfinished && field !== 'theme' && field !== 'followUps')) return true
      goToMissing(draft.question.id)
      return false
    },
  }
}

/** Once the page shows it. */
export const goTo = (form: HTMLElement | null, selector: string) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(selector)?.focus())
