import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'
import './answer-counts.css'

type Answer = NonNullable<ImportDetail['answer']>

/** Every row of the file is in exactly one of these. */
export const AnswerCounts = ({ answer, isDone }: { answer: Answer; isDone?: true }) => {
  const { t, language } = useText('imports')
  const counts = [
    { label: t(isDone ? 'count.imported' : 'count.new'), rows: answer.imported },
    { label: t('count.already'), rows: answer.alreadyImported },
    { label: t('count.changed'), rows: answer.changedRows },
    { label: t('count.rejected'), rows: answer.rejectedRows },
    { label: t('count.rows'), rows: answer.rows },
  ]
  return (
    <dl className="answer-counts">
      {counts.map(({ label, rows }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatNumber(language, rows)}</dd>
        </div>
      ))}
    </dl>
  )
}
