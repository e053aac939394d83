import type { Desk } from '../../../contract/desk.ts'
import type { DeskSpan } from '../../../domain/people/roster.ts'
import { isolate } from '../../../text/isolate.ts'
import { useText } from '../../use-text.ts'
import { dayNames, weekLines } from '../places/desk-hours.ts'

/** A week in one line: "ma, di 09:00–12:30 (Onthaalbureau); wo …". */
export function useWeekWords(desks: readonly Desk[]): (spans: readonly DeskSpan[]) => string {
  const { t, language } = useText('roster')
  const nameOf = (deskId: string) => isolate(desks.find(({ id }) => id === deskId)?.name ?? '')
  return (spans) =>
    [...Map.groupBy(spans, ({ deskId }) => deskId)]
      .flatMap(([deskId, atDesk]) =>
        weekLines(atDesk).map(
          ({ weekdays, times }) => `${dayNames(language, weekdays)} ${times} (${nameOf(deskId)})`,
        ),
      )
      .join('; ') || t('nowhere')
}
