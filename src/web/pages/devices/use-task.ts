import { useState } from 'react'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { useRefreshDevices } from './devices-query.ts'

/** Does what a dialog asks, says that it is done and closes; what goes wrong stands in the dialog. */
export function useTask(onClose: () => void) {
  const { t } = useText()
  const refresh = useRefreshDevices()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const run = async (work: () => Promise<unknown>, sentence: string) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await work()
      announce({ sentence })
      onClose()
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
    await refresh()
  }
  return { run, isBusy, failure }
}
