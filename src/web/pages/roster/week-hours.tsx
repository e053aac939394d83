import { CopyIcon } from '@phosphor-icons/react/dist/csr/Copy'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate, Weekday } from '../../../domain/local-date.ts'
import type { DeskSpan } from '../../../domain/people/roster.ts'
import { formatWeekday } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { HoursLine } from './hours-line.tsx'
import { copyDay, firstFilled, nextSpan, weekdaysOf } from './roster-draft.ts'

interface WeekHoursProps {
  readonly desks: readonly Desk[]
  readonly spans: readonly DeskSpan[]
  readonly today: LocalDate
  readonly onSpans: (spans: readonly DeskSpan[]) => void
}

/** The days on which a desk is open: one press fills in a day, one more the others like it. */
export const WeekHours = ({ desks, spans, today, onSpans }: WeekHoursProps) => {
  const { t, language } = useText('roster')
  const weekdays = weekdaysOf(desks, spans, today)
  const first = firstFilled(spans)
  const hasEmpty = weekdays.some((weekday) => !spans.some((span) => span.weekday === weekday))
  const add = (weekday: Weekday) => {
    const next = nextSpan(desks, spans, weekday, today)
    if (next) onSpans([...spans, next])
  }
  return (
    <fieldset className="roster-week">
      <legend className="field-label">{t('week')}</legend>
      {weekdays.map((weekday) => {
        const day = formatWeekday(language, weekday)
        const ofDay = spans.filter((span) => span.weekday === weekday)
        return (
          <div key={weekday} className="roster-day">
            <span className="roster-name">{day}</span>
            <div className="roster-hours">
              {ofDay.length === 0 ? <span className="roster-away">{t('away')}</span> : null}
              {ofDay.map((span, place) => (
                <HoursLine
                  // biome-ignore lint/suspicious/noArrayIndexKey: because hours are what stands at their place; they change while typing
                  key={place}
                  day={day}
                  span={span}
                  desks={desks}
                  onSpan={(changed) => onSpans(spans.map((other) => (other === span ? changed : other)))}
                  onRemove={() => onSpans(spans.filter((other) => other !== span))}
                />
              ))}
            </div>
            <Button
              look="bare"
              aria-label={t('add', { day })}
              icon={<PlusIcon aria-hidden size={20} />}
              onPress={() => add(weekday)}
            />
          </div>
        )
      })}
      {first && hasEmpty ? (
        <Button
          look="bare"
          icon={<CopyIcon aria-hidden size={20} />}
          onPress={() => onSpans(copyDay(desks, spans, first, today))}
        >
          {t('copy', { day: formatWeekday(language, first) })}
        </Button>
      ) : null}
    </fieldset>
  )
}
