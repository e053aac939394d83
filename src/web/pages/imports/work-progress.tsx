import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useText } from '../../use-text.ts'
import { beginRun, beginTrial } from './import-query.ts'
import { StepProblem } from './step-problem.tsx'
import { useStep } from './use-step.ts'

/** The server reads or writes: how far it is. Or why it stopped, that nothing was imported, and the way on. */
export const WorkProgress = ({ detail }: { detail: ImportDetail }) => {
  const { t, language } = useText('imports')
  const { progress, state, task, refusal } = detail
  if (state === 'busy') {
    const { phase, rows, of } = progress ?? { phase: 'waiting' as const, rows: 0, of: null }
    const gaps = { rows: formatNumber(language, rows), of: formatNumber(language, of ?? 0) }
    const isCounted = of && (phase === 'reading' || phase === 'writing')
    const sentence = isCounted ? t(`progress.${phase}Of`, gaps) : t(`progress.${phase}`, gaps)
    const part = isCounted ? Math.min(1, rows / of) : undefined
    return (
      <>
        <Progress label={t(`progress.${task ?? 'trial'}`)} sentence={sentence} part={part} />
        <p className="quiet">{t('progress.leave')}</p>
      </>
    )
  }
  if (state === 'broken_off')
    return (
      <>
        <Notice kind="signal" word={t('broken.word')}>
          <p>{t('broken.sentence')}</p>
        </Notice>
        <Again detail={detail} />
      </>
    )
  if (state === 'refused' && refusal)
    return (
      <>
        <Notice kind="error" word={t('refused.word')}>
          <p>{refusal.title}</p>
          <p>{t('refused.nothing')}</p>
        </Notice>
        <Again detail={detail} />
      </>
    )
  return null
}

const Again = ({ detail: { id, task } }: { detail: ImportDetail }) => {
  const { t } = useText('imports')
  const beginning = useStep(() => (task === 'run' ? beginRun(id) : beginTrial(id)))
  return (
    <>
      <StepProblem error={beginning.error} />
      <div className="import-buttons">
        <Button look="primary" isDisabled={beginning.isPending} onPress={() => beginning.mutate()}>
          {t('broken.again')}
        </Button>
      </div>
    </>
  )
}

export const isWorking = ({ state }: ImportDetail): boolean =>
  state === 'busy' || state === 'broken_off' || state === 'refused'
