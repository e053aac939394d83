import { useQuery } from '@tanstack/react-query'
import type { LocalDate } from '../domain/local-date.ts'
import { localDateIn } from '../text/format.ts'
import { sessionQuery } from './session.ts'

/** Which day it is in the city, whatever zone this device is set to. */
export function useToday(): LocalDate {
  const { data: session } = useQuery(sessionQuery)
  return localDateIn(new Date(), session?.city.timeZone)
}
