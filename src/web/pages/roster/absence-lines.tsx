import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash'
import type { LocalDate } from '../../../domain/local-date.ts'
import type { Absence } from '../../../domain/people/roster.ts'
import { formatDate } from '../../../text/format.ts'
import { readDate } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useText } from '../../use-text.ts'
import { isInOrder } from './roster-draft.ts'

interface AbsenceLinesProps {
  readonly absences: readonly Absence[]
  readonly today: LocalDate
  readonly onAbsences: (absences: readonly Absence[]) => void
}

/** From when until when somebody is away. Why is not asked. */
export const AbsenceLines = ({ absences, today, onAbsences }: AbsenceLinesProps) => {
  const { t, language } = useText('roster')
  const change = (absence: Absence, part: Partial<Absence>) =>
    onAbsences(absences.map((other) => (other === absence ? { ...other, ...part } : other)))
  return (
    <fieldset className="roster-absences">
      <legend className="field-label">{t('absences')}</legend>
      {absences.map((absence, place) => {
        const [from, to] = [formatDate(language, absence.from), formatDate(language, absence.to)]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: because an absence is what stands at its place; its days change while typing
          <div key={place} className="roster-absence">
            <DateField
              label={t('absenceFirst')}
              date={absence.from}
              onDate={(day) => change(absence, { from: readDate(day) ?? absence.from })}
            />
            <DateField
              label={t('absenceLast')}
              date={absence.to}
              onDate={(day) => change(absence, { to: readDate(day) ?? absence.to })}
            />
            <Button
              look="bare"
              aria-label={t('absenceRemove', { from, to })}
              icon={<TrashIcon aria-hidden size={20} />}
              onPress={() => onAbsences(absences.filter((other) => other !== absence))}
            />
            {isInOrder(absence) ? null : <p className="field-error">{t('absenceOrder')}</p>}
          </div>
        )
      })}
      <Button
        look="bare"
        icon={<PlusIcon aria-hidden size={20} />}
        onPress={() => onAbsences([...absences, { from: today, to: today }])}
      >
        {t('absenceAdd')}
      </Button>
    </fieldset>
  )
}
