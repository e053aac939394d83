import { Link } from '@tanstack/react-router'
import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { AnswerCounts } from './answer-counts.tsx'
import { AnswerRemarks } from './answer-remarks.tsx'
import { ChangedRows } from './changed-rows.tsx'
import { OtherSheets } from './other-sheets.tsx'
import { RejectedRows } from './rejected-rows.tsx'
import { UndoImport } from './undo-import.tsx'
import { isWorking, WorkProgress } from './work-progress.tsx'

/** Step five: importing, and what came of it. */
export const RunStep = ({ detail }: { detail: ImportDetail }) => {
  const { t, language } = useText('imports')
  if (isWorking(detail)) return <WorkProgress detail={detail} />
  const { answer, state, imported, id } = detail
  const gaps = { count: imported ?? 0, shown: formatNumber(language, imported ?? 0) }
  return (
    <>
      {state === 'undone' ? (
        <Notice kind="signal" word={t('run.undoneWord')}>
          <p>{t('run.undone')}</p>
        </Notice>
      ) : (
        <Notice kind="info" word={t('run.doneWord')}>
          <p>{t('run.done', gaps)}</p>
        </Notice>
      )}
      {answer ? <AnswerCounts answer={answer} isDone /> : null}
      {state === 'done' ? <OtherSheets names={detail.otherSheets} /> : null}
      <div className="import-buttons">
        {state === 'done' ? (
          <Link to={paths.requests} className="button button-primary">
            {t('run.see')}
          </Link>
        ) : null}
        <Link to={paths.imports} className="button button-plain">
          {t('run.another')}
        </Link>
        {detail.isUndoable ? <UndoImport {...detail} /> : null}
      </div>
      {state === 'done' && detail.imported && !detail.isUndoable ? <p>{t('undo.tooLate')}</p> : null}
      {answer && answer.rejectedRows > 0 ? <RejectedRows id={id} answer={answer} /> : null}
      {state === 'done' ? <ChangedRows detail={detail} /> : null}
      {answer ? <AnswerRemarks answer={answer} /> : null}
    </>
  )
}
