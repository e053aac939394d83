import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash'
import type { TimeSpan } from '../../../domain/calendar/timetable.ts'
import type { Weekday } from '../../../domain/local-date.ts'
import { formatWeekday } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useText } from '../../use-text.ts'

interface WeekEditorProps {
  readonly spans: readonly TimeSpan[]
  readonly onSpans: (spans: TimeSpan[]) => void
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The hours of a week, as many spans a day as needed. A day without any is a day without hours. */
export const WeekEditor = ({ spans, onSpans }: WeekEditorProps) => {
  const { t, language } = useText('places')
  const change = (span: TimeSpan, part: Partial<TimeSpan>) =>
    onSpans(spans.map((other) => (other === span ? { ...other, ...part } : other)))
  return (
    <div className="week-editor">
      {weekdays.map((weekday) => {
        const day = formatWeekday(language, weekday)
        const ofDay = spans.filter((span) => span.weekday === weekday)
        return (
          <fieldset key={weekday} className="week-day" aria-label={day}>
            <span className="week-name">{day}</span>
            <div className="week-spans">
              {ofDay.length === 0 ? <span className="week-none">{t('week.closed')}</span> : null}
              {ofDay.map((span, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: because a span is what stands at its place; its times change while typing
                <div key={place} className="week-span">
                  <TimeField
                    look="bare"
                    label={t('week.opens', { day })}
                    error={t('week.noTime')}
                    time={span.opens}
                    onTime={(opens) => change(span, { opens })}
                  />
                  <span aria-hidden>–</span>
                  <TimeField
                    look="bare"
                    label={t('week.closes', { day })}
                    error={t('week.noTime')}
                    time={span.closes}
                    onTime={(closes) => change(span, { closes })}
                  />
                  <Button
                    look="bare"
                    aria-label={t('week.remove', { day, opens: span.opens })}
                    icon={<TrashIcon aria-hidden size={20} />}
                    onPress={() => onSpans(spans.filter((other) => other !== span))}
                  />
                </div>
              ))}
            </div>
            <Button
              look="bare"
              aria-label={t('week.add', { day })}
              icon={<PlusIcon aria-hidden size={20} />}
              onPress={() => onSpans([...spans, nextSpan(weekday, ofDay)])}
            />
          </fieldset>
        )
      })}
    </div>
  )
}

/** A first span from nine to five, a second one after the break. */
const nextSpan = (weekday: Weekday, ofDay: readonly TimeSpan[]): TimeSpan =>
  ofDay.length === 0 ? { weekday, opens: '09:00', closes: '17:00' } : { weekday, opens: '', closes: '' }
