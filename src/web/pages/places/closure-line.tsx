import type { Closure } from '../../../contract/closure.ts'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { formatDate, formatList } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { useDaySpan } from './day-span.ts'
import type { OnTask } from './place-task.ts'

interface ClosureLineProps {
  readonly closure: Closure
  readonly desks: readonly Desk[]
  /** The day of which somebody reads: it can open by itself. */
  readonly date?: LocalDate
  readonly onTask: OnTask
}

/** One closure: when, what for, which desks; with the ways to change it. */
export const ClosureLine = ({ closure, desks, date, onTask }: ClosureLineProps) => {
  const { t, language } = useText('places')
  const spanOf = useDaySpan()
  const desk = desks.find(({ id }) => id === closure.deskId)
  const isLong = closure.from < closure.to
  const openOn = closure.openOn.map((day) => formatDate(language, day))
  return (
    <div className="place-line">
      <p>
        <strong>{spanOf(closure)}</strong>
        <br />
        <bdi>{closure.reason}</bdi> · <bdi>{desk ? desk.name : t('closure.everyDesk')}</bdi>
        {openOn.length > 0 ? (
          <>
            <br />
            {t('closure.openOn', { days: formatList(language, openOn) })}
          </>
        ) : null}
      </p>
      <div className="place-actions">
        {date && isLong ? (
          <Button look="primary" onPress={() => onTask({ kind: 'openDay', closure, date })}>
            {closure.openOn.includes(date) ? t('openDay.close') : t('openDay.open')}
          </Button>
        ) : null}
        <Button onPress={() => onTask({ kind: 'editClosure', closure })}>{t('closure.edit')}</Button>
        <Button onPress={() => onTask({ kind: 'removeClosure', closure })}>
          {isLong ? t('closure.removeAll') : t('closure.remove')}
        </Button>
      </div>
    </div>
  )
}
