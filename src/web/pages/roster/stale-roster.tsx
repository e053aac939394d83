import type { Desk } from '../../../contract/desk.ts'
import type { KeptRoster } from '../../../contract/roster.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { weekOn } from '../../../domain/people/roster.ts'
import { formatDate } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { useWeekWords } from './week-words.ts'

interface StaleRosterProps {
  readonly kept: KeptRoster
  readonly desks: readonly Desk[]
  readonly today: LocalDate
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** What somebody else kept meanwhile, above what was filled in: one of the two is chosen before anything is kept. */
export const StaleRoster = ({ kept, desks, today, onMine, onTheirs }: StaleRosterProps) => {
  const { t, language } = useText('roster')
  const words = useWeekWords(desks)
  const label = useLabels()
  const date = (day: LocalDate) => formatDate(language, day)
  return (
    <div role="alert">
      <Notice kind="signal" word={t('stale.word')}>
        <p>{t('stale.lead')}</p>
        <ul className="roster-stale">
          <li>{words(weekOn(kept.weeks, today)?.spans ?? [])}</li>
          {kept.weeks
            .filter(({ from }) => from > today)
            .map(({ from, spans }) => (
              <li key={from}>{t('laterFrom', { day: date(from), week: words(spans) })}</li>
            ))}
          {kept.absences.map(({ from, to }) => (
            <li key={from}>{t('absence', { from: date(from), to: date(to) })}</li>
          ))}
          {kept.languages.length > 0 ? (
            <li>{kept.languages.map((code) => label('contact_language', code)).join(', ')}</li>
          ) : null}
        </ul>
        <div className="roster-ways">
          <Button onPress={onMine}>{t('stale.mine')}</Button>
          <Button onPress={onTheirs}>{t('stale.theirs')}</Button>
        </div>
      </Notice>
    </div>
  )
}
