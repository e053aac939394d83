import { useState } from 'react'
import type { ObservedHoliday } from '../../../contract/calendar.ts'
import { firstYear, isKeptIn, keepFrom } from '../../../domain/calendar/observed-holiday.ts'
import { api, bodyOf, onVersion } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { useChangePreview } from './change-preview.tsx'
import { useRefreshPlaces } from './places-query.ts'

interface HolidayDialogProps {
  readonly holiday: ObservedHoliday
  readonly onClose: () => void
}

type Years = ObservedHoliday['years']

const keepYears = (code: ObservedHoliday['code'], years: Years, version: number) =>
  bodyOf(
    api.calendar.holidays[':code'].$put({ param: { code }, header: {}, json: { years } }, onVersion(version)),
  )

/** Keeps a holiday from a year on, or no longer; the years before stay as they are. */
export const HolidayDialog = ({ holiday, onClose }: HolidayDialogProps) => {
  const { t } = useText('places')
  const shown = Number(holiday.on.slice(0, 4))
  const isKept = isKeptIn(holiday, shown)
  const [year, setYear] = useState(shown)
  const { save, isBusy, failure } = useSaving(onClose, useRefreshPlaces())
  const { code } = holiday
  const years = keepFrom(holiday.years, year, !isKept)
  const { isReady, view } = useChangePreview({ kind: 'holiday', code, years })
  const name = t(`holiday.${code}`)
  const keep = () =>
    save(async () => {
      const { version } = await keepYears(code, years, holiday.version)
      const sentence = t(isKept ? 'holidays.given' : 'holidays.kept', { holiday: name })
      return { sentence, undo: () => keepYears(code, holiday.years, version) }
    })
  const choices = [
    ...[shown, shown + 1].map((each) => ({
      id: String(each),
      label: t('holidays.fromYear', { year: each }),
    })),
    { id: String(firstYear), label: t('holidays.always') },
  ]
  return (
    <TaskDialog
      title={t(isKept ? 'holidays.giveTitle' : 'holidays.keepTitle', { holiday: name })}
      onClose={onClose}
      onSave={() => void keep()}
      canSave={isReady}
      isBusy={isBusy}
      failure={failure}
    >
      <Select
        label={t('holidays.since')}
        options={choices}
        selected={String(year)}
        onSelect={(chosen) => setYear(Number(chosen))}
      />
      {view}
    </TaskDialog>
  )
}
