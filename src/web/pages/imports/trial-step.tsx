import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { AnswerCounts } from './answer-counts.tsx'
import { AnswerRemarks } from './answer-remarks.tsx'
import { ChangedRows } from './changed-rows.tsx'
import { ForgetFile } from './forget-file.tsx'
import { beginRun, beginTrial } from './import-query.ts'
import { OtherSheets } from './other-sheets.tsx'
import { RejectedRows } from './rejected-rows.tsx'
import { StepProblem } from './step-problem.tsx'
import { useStep } from './use-step.ts'
import { isWorking, WorkProgress } from './work-progress.tsx'

/** Step four: what importing would do. Nothing has been written yet. */
export const TrialStep = ({ detail }: { detail: ImportDetail }) => {
  const { t, language } = useText('imports')
  const running = useStep(() => beginRun(detail.id))
  const trying = useStep(() => beginTrial(detail.id))
  const { answer } = detail
  if (isWorking(detail) || !answer) return <WorkProgress detail={detail} />
  const gaps = { count: answer.imported, shown: formatNumber(language, answer.imported) }
  return (
    <>
      <p>{t(answer.imported > 0 ? 'trial.lead' : 'trial.nothing')}</p>
      <AnswerCounts answer={answer} />
      <OtherSheets names={detail.otherSheets} />
      <div className="import-buttons">
        {answer.imported > 0 ? (
          <Button look="primary" isDisabled={running.isPending} onPress={() => running.mutate()}>
            {t('trial.run', gaps)}
          </Button>
        ) : null}
        <Button isDisabled={trying.isPending} onPress={() => trying.mutate()}>
          {t('trial.again')}
        </Button>
        <ForgetFile id={detail.id} />
      </div>
      <StepProblem error={running.error ?? trying.error} />
      {answer.rejectedRows > 0 ? (
        <RejectedRows id={detail.id} answer={answer} />
      ) : (
        <Notice kind="info" word={t('state.infoWord')}>
          <p>{t('rejected.none')}</p>
        </Notice>
      )}
      <ChangedRows detail={detail} />
      <AnswerRemarks answer={answer} />
    </>
  )
}
