import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft'
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import type { ReactNode } from 'react'
import type { Month } from '../../../domain/local-date.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { nextMonth } from './month-grid.ts'

/** To the year before or after. */
export const YearSteps = ({ month, onMonth }: { month: Month; onMonth: (month: Month) => void }) => {
  const { t } = useText('places')
  const step = (years: number, icon: ReactNode) => {
    const other = nextMonth(month, 12 * years)
    return (
      <Button icon={icon} onPress={() => onMonth(other)}>
        {other.slice(0, 4)}
      </Button>
    )
  }
  return (
    <nav className="place-actions year-steps" aria-label={t('part.otherYear')}>
      {step(-1, <CaretLeftIcon aria-hidden size={20} />)}
      {step(1, <CaretRightIcon aria-hidden size={20} />)}
    </nav>
  )
}
