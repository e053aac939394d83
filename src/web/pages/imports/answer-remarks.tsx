import { Link } from '@tanstack/react-router'
import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber, formatShortDate } from '../../../text/format.ts'
import { isolate } from '../../../text/isolate.ts'
import { paths } from '../../paths.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'

type Answer = NonNullable<ImportDetail['answer']>

/** What else an import does or has noticed: nothing of it stops it. */
export const AnswerRemarks = ({ answer }: { answer: Answer }) => {
  const { t, language } = useText('imports')
  const { newDesks, newGuides, closedDays, hiddenRows, ignoredColumns } = answer
  const hidden = t('remark.hiddenRows', { count: hiddenRows, shown: formatNumber(language, hiddenRows) })
  const days = closedDays.map(({ date, rows }) =>
    t('remark.closedDay', { date: formatShortDate(language, date), rows }),
  )
  const remarks = [
    { title: t('remark.newDesks'), names: newDesks, help: t('remark.desksHelp'), places: true },
    { title: t('remark.newGuides'), names: newGuides, help: t('remark.guidesHelp'), places: false },
    { title: t('remark.closedDays'), names: days, help: t('remark.closedHelp'), places: true },
    {
      title: t('remark.hidden'),
      names: hiddenRows > 0 ? [hidden] : [],
      help: t('remark.hiddenHelp'),
      places: false,
    },
    { title: t('remark.ignored'), names: ignoredColumns, help: t('remark.ignoredHelp'), places: false },
  ].filter(({ names }) => names.length > 0)
  if (remarks.length === 0) return null
  return (
    <div className="import-part">
      <h3>{t('remark.title')}</h3>
      {remarks.map(({ title, names, help, places }) => (
        <div key={title} className="import-remark">
          <h4>{title}</h4>
          <Names names={names} />
          <p className="quiet">{help}</p>
          {places ? (
            <Link to={paths.places} className="link">
              {t('remark.places')}
            </Link>
          ) : null}
        </div>
      ))}
    </div>
  )
}

const mostNames = 20

/** A few names stand there at once; of many it says how many, and shows them to who asks. */
const Names = ({ names }: { names: readonly string[] }) => {
  const { t, language } = useText('imports')
  const line = <p>{names.map(isolate).join(' · ')}</p>
  if (names.length <= mostNames) return line
  return (
    <Disclosure label={t('remark.names', { shown: formatNumber(language, names.length) })}>{line}</Disclosure>
  )
}
