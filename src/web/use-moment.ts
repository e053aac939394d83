import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../text/format.ts'
import { sessionQuery } from './session.ts'
import { useText } from './use-text.ts'

/** Writes a moment by the clock of the city where somebody is at work, whatever their device says. */
export function useMoment(): (moment: string) => string {
  const { language } = useText()
  const { data: session } = useQuery(sessionQuery)
  return (moment) => formatMoment(language, moment, session?.city.timeZone ?? 'UTC')
}
