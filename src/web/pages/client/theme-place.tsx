import { useQuery } from '@tanstack/react-query'
import type { Desk } from '../../../contract/desk.ts'
import type { ClientLanguage } from '../../../domain/client-language.ts'
import { addDays, type LocalDate, weekdayOf } from '../../../domain/local-date.ts'
import { formatClientWeekday } from '../../../text/client-format.ts'
import { api, bodyOf } from '../../api.ts'
import { ThemeIcon } from '../desk/theme-icon.tsx'
import { today } from '../period/default-period.ts'
import { hoursOn } from '../places/desk-hours.ts'
import { desksQuery } from '../request/desks.ts'
import type { ClientText } from './client-text.ts'

interface ThemePlaceProps {
  readonly theme: string | null
  readonly themeName: string
  readonly deskId: string
  readonly text: ClientText
  readonly language: ClientLanguage
}

/** The theme as a picture and a word, and where they are, with its hours. The Dutch line is for whoever is at the desk. */
export const ThemePlace = ({ theme, themeName, deskId, text, language }: ThemePlaceProps) => {
  const { data: desks } = useQuery(desksQuery)
  const desk = desks?.find(({ id }) => id === deskId)
  // because: the themes of the text are those that every city begins with
  const word = theme === null ? undefined : (text.themes as Readonly<Record<string, string>>)[theme]
  return (
    <div className="client-theme">
      {theme === null ? null : (
        <>
          <ThemeIcon theme={theme} />
          <h1>{word ?? <span lang="nl">{themeName}</span>}</h1>
          {language === 'nl' || word === undefined ? null : (
            <p className="client-remark" lang="nl" dir="ltr">
              {themeName}
            </p>
          )}
        </>
      )}
      {desk ? (
        <section>
          <p className="client-here">{text.place.here}</p>
          <h2 dir="auto" lang="nl">
            {desk.name}
          </h2>
          <Hours desk={desk} text={text} language={language} />
        </section>
      ) : null}
    </div>
  )
}

const week = [0, 1, 2, 3, 4, 5, 6]

interface HoursProps extends Pick<ThemePlaceProps, 'text' | 'language'> {
  readonly desk: Desk
}

/** The hours of the coming week with the closed days in it; without the calendar those of any week. */
const Hours = ({ desk, text: { place }, language }: HoursProps) => {
  const from = today()
  const { data: days } = useQuery(weekQuery(from))
  const lines = week.map((later) => {
    const date = addDays(from, later)
    const day = days?.find((one) => one.date === date)
    const isClosed = day !== undefined && !day.openDesks.some((open) => open === desk.id)
    return { date, isToday: later === 0, hours: isClosed ? '' : hoursOn(desk, date) }
  })
  if (lines.every(({ hours }) => hours === '')) return <p>{place.noHours}</p>
  return (
    <table>
      <caption>{days ? place.hours : place.usual}</caption>
      <tbody>
        {lines.map(({ date, isToday, hours }) => (
          <tr key={date} aria-current={isToday ? 'date' : undefined}>
            <th scope="row">{isToday ? place.today : formatClientWeekday(language, weekdayOf(date))}</th>
            <td>{hours === '' ? place.closed : <bdi dir="ltr">{hours}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const weekQuery = (from: LocalDate) => ({
  queryKey: ['calendar', 'week', from],
  queryFn: async () => (await bodyOf(api.calendar.$get({ query: { from, to: addDays(from, 6) } }))).days,
})
