import { useEffect, useState } from 'react'
import { type Announcement, announce, useAnnouncement } from '../announcement.ts'
import { sayFailure } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../use-text.ts'
import './announcement-bar.css'

const secondsToUndo = 10

/** At the foot of every page: what just happened. It stays while somebody is on it, so nobody has to hurry. */
export const AnnouncementBar = () => {
  const announcement = useAnnouncement()
  return (
    <div className="announcement-place" role="status">
      {announcement ? <Bar key={announcement.turn} announcement={announcement} /> : null}
    </div>
  )
}

const Bar = ({ announcement }: { announcement: Announcement }) => {
  const { t } = useText()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => announce(undefined), secondsToUndo * 1000)
    return () => clearTimeout(timer)
  }, [isHeld])
  const undo = async () => {
    announce(undefined)
    await announcement.undo?.().catch((error: unknown) => {
      announce({ sentence: sayFailure(error, t) })
    })
  }
  const hold = (held: boolean) => () => setHeld(held)
  return (
    <fieldset
      className="announcement"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <p>{announcement.sentence}</p>
      {announcement.undo ? <Button onPress={() => void undo()}>{t('action.undo')}</Button> : null}
      <Button look="bare" onPress={() => announce(undefined)}>
        {t('action.close')}
      </Button>
    </fieldset>
  )
}
