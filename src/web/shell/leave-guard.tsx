import { type ShouldBlockFn, useBlocker } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useBusy } from '../ui/use-busy.ts'
import { useText } from '../use-text.ts'

interface LeaveGuardProps {
  readonly isChanged: boolean
  /** Nothing is lost as long as the page stays the same, whatever its address asks. */
  readonly isKeptOnPage?: true
  /** Somebody wants to leave the form, but not the page. */
  readonly isLeaving?: boolean
  readonly onStay?: () => void
  readonly onLeave?: () => void
}

/** Asks before what was typed is lost: on leaving the form, the page or the app. */
export const LeaveGuard = ({
  isChanged,
  isKeptOnPage,
  isLeaving = false,
  onStay = () => undefined,
  onLeave = () => undefined,
}: LeaveGuardProps) => {
  const { t } = useText()
  useBusy(isChanged)
  const shouldBlockFn = useCallback<ShouldBlockFn>(
    ({ current, next }) => !isKeptOnPage || current.pathname !== next.pathname,
    [isKeptOnPage],
  )
  const blocker = useBlocker({ shouldBlockFn, disabled: !isChanged, withResolver: true })
  const isBlocked = blocker.status === 'blocked'
  if (!isBlocked && !isLeaving) return null
  const stay = isBlocked ? blocker.reset : onStay
  const leave = isBlocked ? blocker.proceed : onLeave
  return (
    <Dialog
      title={t('leave.title')}
      onClose={stay}
      actions={
        <>
          <Button onPress={leave}>{t('leave.leave')}</Button>
          <Button look="primary" onPress={stay}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('leave.sentence')}</p>
    </Dialog>
  )
}
