import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash'
import type { Desk } from '../../../contract/desk.ts'
import type { RosterWeek } from '../../../domain/people/roster.ts'
import { formatDate } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { useWeekWords } from './week-words.ts'

interface LaterWeeksProps {
  readonly desks: readonly Desk[]
  readonly weeks: readonly RosterWeek[]
  readonly onRemove: (week: RosterWeek) => void
}

/** The weeks that are still to come, which end the one that is filled in. */
export const LaterWeeks = ({ desks, weeks, onRemove }: LaterWeeksProps) => {
  const { t, language } = useText('roster')
  const words = useWeekWords(desks)
  if (weeks.length === 0) return null
  return (
    <section aria-label={t('later')}>
      <h3 className="field-label">{t('later')}</h3>
      <ul>
        {weeks.map((week) => {
          const day = formatDate(language, week.from)
          return (
            <li key={week.from} className="roster-kept">
              <span>{t('laterFrom', { day, week: words(week.spans) })}</span>
              <Button
                look="bare"
                aria-label={t('laterRemove', { day })}
                icon={<TrashIcon aria-hidden size={20} />}
                onPress={() => onRemove(week)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
