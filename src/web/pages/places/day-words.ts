import type { CalendarDay } from '../../../contract/calendar.ts'
import type { Desk } from '../../../contract/desk.ts'
import { isolate } from '../../../text/isolate.ts'
import { useText } from '../../use-text.ts'

/** Why a day is open or not, in one line; and which desks are closed though the day is open. */
export function useDayWords(desks: readonly Desk[]) {
  const { t } = useText('places')
  const state = (day: CalendarDay): string => {
    if (day.open) return t('day.open')
    if (day.holiday) return t(`holiday.${day.holiday}`)
    return day.because === 'closure' ? t('day.closed', { reason: day.reason ?? '' }) : t('day.no_hours')
  }
  const exceptions = (day: CalendarDay): string | undefined => {
    const names = desks.filter(({ id }) => day.closedDesks.includes(id)).map(({ name }) => name)
    return day.open && names.length > 0
      ? t('day.except', { desks: names.map(isolate).join(', ') })
      : undefined
  }
  return { state, exceptions }
}
