import { formatShortDate } from '../../../text/format.ts'
import { readDate } from '../../search.ts'
import { useText } from '../../use-text.ts'

/** A moment as a clock here shows it: "25/11/2026, 09:05". */
export function useMoment(): (instant: string) => string {
  const { t, language } = useText('imports')
  return (instant) => {
    const moment = new Date(instant)
    const day = [moment.getFullYear(), pad(moment.getMonth() + 1), pad(moment.getDate())].join('-')
    const date = readDate(day)
    const time = [moment.getHours(), moment.getMinutes()].map(pad).join(':')
    return t('history.moment', { date: date ? formatShortDate(language, date) : day, time })
  }
}

const pad = (part: number): string => String(part).padStart(2, '0')
