import { useState } from 'react'
import { announce } from '../announcement.ts'
import { ProblemAnswer, sayFailure } from '../api.ts'
import { useText } from '../use-text.ts'

/** A change that is kept: what to say about it, and how to take it back. */
export interface Kept {
  readonly sentence: string
  readonly undo: () => Promise<unknown>
}

/**
 * Keeps a change once, however often the button is pressed; then the dialog closes and the way back is offered. What
 * goes wrong stands in the dialog, with everything that was filled in. `refresh` asks again for all that it may touch.
 */
export function useSaving(onClose: () => void, refresh: () => Promise<void>) {
  const { t } = useText()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const save = async (change: () => Promise<Kept>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { sentence, undo } = await change()
      // First: until then the bar would still take back the change before.
      announce({ sentence, undo: () => undo().then(refresh) })
      onClose()
      await refresh()
    } catch (error) {
      setFailure(sayFailure(error, t))
      if (error instanceof ProblemAnswer) await refresh()
      setBusy(false)
    }
  }
  return { save, isBusy, failure }
}
