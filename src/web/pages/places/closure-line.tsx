import type { Closure } from '../../../contract/closure.ts'
import type { Desk } from '../../../contract/desk.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { useDaySpan } from './day-span.ts'
import type { OnTask } from './place-task.ts'

interface ClosureLineProps {
  readonly closure: Closure
  readonly desks: readonly Desk[]
  readonly onTask: OnTask
}

/** One closure: when, what for, which desks; with the ways to change it. */
export const ClosureLine = ({ closure, desks, onTask }: ClosureLineProps) => {
  const { t } = useText('places')
  const spanOf = useDaySpan()
  const desk = desks.find(({ id }) => id === closure.deskId)
  return (
    <div className="place-line">
      <p>
        <strong>{spanOf(closure)}</strong>
        <br />
        {closure.reason} · {desk ? desk.name : t('closure.everyDesk')}
      </p>
      <div className="place-actions">
        <Button onPress={() => onTask({ kind: 'editClosure', closure })}>{t('closure.edit')}</Button>
        <Button onPress={() => onTask({ kind: 'removeClosure', closure })}>{t('closure.remove')}</Button>
      </div>
    </div>
  )
}
