import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft'
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type LocalDate, type Month, monthOf } from '../../../domain/local-date.ts'
import { formatMonth, formatNumber } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { nextMonth } from './month-grid.ts'
import { monthQuery } from './places-query.ts'

interface MonthHeaderProps {
  readonly month: Month
  readonly today: LocalDate
  readonly onMonth: (month: Month) => void
}

/** Which month, how many opening days it has, and the way to another. */
export const MonthHeader = ({ month, today, onMonth }: MonthHeaderProps) => {
  const { t, language } = useText('places')
  const { data, error } = useQuery(monthQuery(month))
  const count = data?.months.find((counted) => counted.month === month)?.openingDays
  const go = (label: string, by: number, icon: ReactNode) => (
    <Button aria-label={label} icon={icon} onPress={() => onMonth(nextMonth(month, by))} />
  )
  return (
    <header className="month-header">
      <div aria-live="polite">
        <h2 className="month-name">{formatMonth(language, month)}</h2>
        {/* What went wrong stands below, where the days would. */}
        {error && count === undefined ? null : (
          <p className="month-count">
            {count === undefined
              ? t('state.loading')
              : t(count === 1 ? 'calendar.oneDay' : 'calendar.days', {
                  count: formatNumber(language, count),
                })}
          </p>
        )}
      </div>
      <nav className="month-steps" aria-label={t('calendar.otherMonth')}>
        {go(t('calendar.previous'), -1, <CaretLeftIcon aria-hidden size={20} />)}
        <Button isDisabled={month === monthOf(today)} onPress={() => onMonth(monthOf(today))}>
          {t('calendar.today')}
        </Button>
        {go(t('calendar.next'), 1, <CaretRightIcon aria-hidden size={20} />)}
      </nav>
    </header>
  )
}
