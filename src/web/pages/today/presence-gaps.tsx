import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import type { PresenceDay } from '../../../contract/presence.ts'
import { weekdayOf } from '../../../domain/local-date.ts'
import { languageGaps } from '../../../domain/people/presence.ts'
import { formatChoice, formatList, formatWeekday } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { useText } from '../../use-text.ts'

interface LanguageGapsProps {
  readonly today: PresenceDay | undefined
  readonly ahead: readonly PresenceDay[]
}

const isEmpty = ({ open, desks }: PresenceDay) => open && desks.every(({ seats }) => seats.length === 0)

/** What is missing, in whole sentences: languages that nobody speaks on a day, and days on which nobody is there. */
export const LanguageGaps = ({ today, ahead }: LanguageGapsProps) => {
  const { t, language } = useText('today')
  const label = useLabels()
  const languages = (codes: readonly string[]) =>
    formatChoice(
      language,
      codes.map((code) => label('contact_language', code)),
    )
  const days = (dates: readonly PresenceDay['date'][]) =>
    formatList(
      language,
      dates.map((date) => formatWeekday(language, weekdayOf(date))),
    )
  const empty = ahead.filter(isEmpty)
  const sentences = [
    ...(today && !isEmpty(today) && today.unspoken.length > 0
      ? [t('presence.today', { languages: languages(today.unspoken) })]
      : []),
    ...(empty.length > 0 ? [t('presence.empty', { days: days(empty.map(({ date }) => date)) })] : []),
    ...languageGaps(ahead.filter((day) => !isEmpty(day))).map((gap) =>
      t('presence.gap', { days: days(gap.dates), languages: languages(gap.languages) }),
    ),
  ]
  if (sentences.length === 0) return null
  return (
    <ul className="presence-gaps">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <WarningIcon aria-hidden />
          {sentence}
        </li>
      ))}
    </ul>
  )
}
