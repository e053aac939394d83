import { formatShortDate, localDateIn } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'

/** A moment as a clock here shows it: "25/11/2026, 09:05". */
export function useMoment(): (instant: string) => string {
  const { t, language } = useText('imports')
  return (instant) => {
    const moment = new Date(instant)
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const date = formatShortDate(language, localDateIn(moment, timeZone))
    const time = [moment.getHours(), moment.getMinutes()]
      .map((part) => String(part).padStart(2, '0'))
      .join(':')
    return t('history.moment', { date, time })
  }
}
