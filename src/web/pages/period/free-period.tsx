import { useState } from 'react'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { readDate } from '../../search.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'

interface FreePeriodProps {
  readonly period: Period
  readonly onPeriod: (period: Period) => void
}

/** Any two days. While they are in the wrong order nothing is asked, and it says why. */
export const FreePeriod = ({ period, onPeriod }: FreePeriodProps) => {
  const { t } = useText()
  const [draft, setDraft] = useState(period)
  const change = (part: Partial<Period>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    if (next.from <= next.to) onPeriod(next)
  }
  const onDay = (end: keyof Period) => (day: string) => {
    const date = readDate(day)
    if (date) change({ [end]: date })
  }
  return (
    <>
      <div className="period-days">
        <DateField label={t('period.from')} date={draft.from} onDate={onDay('from')} />
        <DateField label={t('period.to')} date={draft.to} onDate={onDay('to')} />
      </div>
      {draft.from > draft.to ? (
        <Notice kind="error" word={t('period.orderWord')}>
          <p>{t('period.order')}</p>
        </Notice>
      ) : null}
    </>
  )
}
