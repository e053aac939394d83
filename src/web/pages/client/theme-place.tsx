import { useQuery } from '@tanstack/react-query'
import type { Desk } from '../../../contract/desk.ts'
import type { ClientLanguage } from '../../../domain/client-language.ts'
import { addDays, type LocalDate, weekdayOf } from '../../../domain/local-date.ts'
import { formatClientWeekday } from '../../../text/client-format.ts'
import { api, bodyOf } from '../../api.ts'
import { useToday } from '../../use-today.ts'
import { ThemeIcon } from '../desk/theme-icon.tsx'
import { hoursOn } from '../places/desk-hours.ts'
import { desksQuery } from '../request/desks.ts'
import type { Said, Speech } from './client-speech.ts'
import type { ClientText } from './client-text.ts'
import { SaidWords } from './said-words.tsx'

interface ThemePlaceProps {
  readonly theme: string | null
  readonly themeName: string
  readonly deskId: string
  readonly language: ClientLanguage
  readonly speech: Speech
}

/** What is said beside the hours, for whoever asks in which languages the screen speaks. */
export const placeKeys = ['place.here', 'place.hours'] as const

/** The theme as a picture and a word, and where they are, with its hours. The Dutch line is for whoever is at the desk. */
export const ThemePlace = ({ theme, themeName, deskId, language, speech }: ThemePlaceProps) => {
  const { data: desks } = useQuery(desksQuery)
  const desk = desks?.find(({ id }) => id === deskId)
  // Undefined for a theme that the city added.
  const word = theme === null ? undefined : speech.say(`themes.${theme}`)
  return (
    <div className="client-theme">
      {theme === null ? null : (
        <>
          <ThemeIcon theme={theme} />
          <h1>{word ? <SaidWords said={word} /> : <span lang="nl">{themeName}</span>}</h1>
          {language === 'nl' || word === undefined ? null : (
            <p className="client-remark" lang="nl" dir="ltr">
              {themeName}
            </p>
          )}
        </>
      )}
      {desk ? (
        <section>
          <p className="client-here">
            <SaidWords said={speech.say('place.here')} />
          </p>
          <h2 dir="auto" lang="nl">
            {desk.name}
          </h2>
          <Hours desk={desk} speech={speech} />
        </section>
      ) : null}
    </div>
  )
}

const week = [0, 1, 2, 3, 4, 5, 6]

interface HoursProps {
  readonly desk: Desk
  readonly speech: Speech
}

/** The hours of the coming week with the closed days in it; without the calendar those of any week. */
const Hours = ({ desk, speech }: HoursProps) => {
  const from = useToday()
  const { data: days } = useQuery(weekQuery(from))
  const lines = week.map((later) => {
    const date = addDays(from, later)
    const day = days?.find((one) => one.date === date)
    const isClosed = day !== undefined && !day.openDesks.some((open) => open === desk.id)
    return { date, isToday: later === 0, hours: isClosed ? '' : hoursOn(desk, date) }
  })
  const say = (key: keyof ClientText['place']) => <SaidWords said={speech.say(`place.${key}`)} />
  if (lines.every(({ hours }) => hours === '')) return <p>{say('noHours')}</p>
  return (
    <table>
      <caption>{say(days ? 'hours' : 'usual')}</caption>
      <tbody>
        {lines.map(({ date, isToday, hours }) => (
          <tr key={date} aria-current={isToday ? 'date' : undefined}>
            <th scope="row">{isToday ? say('today') : <SaidWords said={dayIn(speech.textIn, date)} />}</th>
            <td>{hours === '' ? say('closed') : <bdi dir="ltr">{hours}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const dayIn = (language: ClientLanguage, date: LocalDate): Said => ({
  words: formatClientWeekday(language, weekdayOf(date)),
  language,
})

const weekQuery = (from: LocalDate) => ({
  queryKey: ['calendar', 'week', from],
  queryFn: async () => (await bodyOf(api.calendar.$get({ query: { from, to: addDays(from, 6) } }))).days,
})
