import { useLabels } from '../../code-labels.ts'
import type { RefusedVisit } from '../../outbox/outbox-state.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import './visit-conflict.css'

interface VisitConflictProps {
  readonly refused: RefusedVisit
  /** The databank's is right: what is here goes. */
  readonly onLeave: () => void
}

/** The same visit as the databank has it and as it stands here, side by side; the guide decides. */
export const VisitConflict = ({ refused: { visit, there }, onLeave }: VisitConflictProps) => {
  const { t } = useText('desk')
  const label = useLabels()
  const line = ({
    id,
    theme,
    outcome = 'not_asked',
  }: {
    id: string
    theme: string
    outcome?: string | undefined
  }) => (
    <li key={id}>{t('askedLine', { theme: label('theme', theme), outcome: label('outcome', outcome) })}</li>
  )
  return (
    <>
      <div className="visit-conflict">
        <section aria-label={t('conflict.there')}>
          <h3>{t('conflict.there')}</h3>
          <ul>{there.map(line)}</ul>
        </section>
        <section aria-label={t('conflict.here')}>
          <h3>{t('conflict.here')}</h3>
          <ul>{visit.requests.map(line)}</ul>
        </section>
      </div>
      <Button onPress={onLeave}>{t('conflict.leave')}</Button>
    </>
  )
}
