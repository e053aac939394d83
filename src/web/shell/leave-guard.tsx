import { useBlocker } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../use-text.ts'

interface LeaveGuardProps {
  readonly isChanged: boolean
  /** Somebody wants to leave the form, but not the page. */
  readonly isLeaving: boolean
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Asks before what was typed is lost: on leaving the form, the page or the app. */
export const LeaveGuard = ({ isChanged, isLeaving, onStay, onLeave }: LeaveGuardProps) => {
  const { t } = useText()
  const shouldBlockFn = useCallback(() => true, [])
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
