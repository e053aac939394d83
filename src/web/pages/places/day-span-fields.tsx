import type { LocalDate } from '../../../domain/local-date.ts'
import { readDate } from '../../search.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useText } from '../../use-text.ts'

interface DaySpan {
  readonly from: LocalDate
  readonly to: LocalDate
}

interface DaySpanFieldsProps {
  readonly span: DaySpan
  readonly onSpan: (span: DaySpan) => void
}

/** The first and the last day. Moving the first behind the last takes the last along. */
export const DaySpanFields = ({ span, onSpan }: DaySpanFieldsProps) => {
  const { t } = useText('places')
  const begin = (text: string) => {
    const from = readDate(text)
    if (from) onSpan({ from, to: from > span.to || span.from === span.to ? from : span.to })
  }
  const end = (text: string) => {
    const to = readDate(text)
    if (to) onSpan({ ...span, to })
  }
  return (
    <div className="day-span">
      <DateField label={t('span.first')} date={span.from} onDate={begin} />
      <DateField label={t('span.last')} date={span.to} onDate={end} />
      {span.from > span.to ? (
        <p className="field-error" role="alert">
          {t('span.order')}
        </p>
      ) : null}
    </div>
  )
}
