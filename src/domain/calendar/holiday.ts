import { addDays, type LocalDate, localDate } from '../local-date.ts'

/**
 * The ten legal public holidays of Belgium (royal decree of 18 April 1974) and 11 July, the holiday of the Flemish
 * Community. A city says which of them it keeps.
 */
export const holidayCodes = [
  'new_year',
  'easter_monday',
  'labour_day',
  'ascension',
  'whit_monday',
  'flemish_community',
  'national_day',
  'assumption',
  'all_saints',
  'armistice',
  'christmas',
] as const
export type HolidayCode = (typeof holidayCodes)[number]

export const isHolidayCode = (code: string): code is HolidayCode =>
  (holidayCodes as readonly string[]).includes(code)

/** The day on which the holiday falls in that year. */
export function holidayOn(code: HolidayCode, year: number): LocalDate {
  const falls = fallsOn[code]
  if (typeof falls === 'number') return addDays(easterSunday(year), falls)
  return localDate.parse(`${String(year).padStart(4, '0')}-${falls}`)
}

/** A fixed day of the year, or so many days after Easter Sunday. */
const fallsOn: Record<HolidayCode, string | number> = {
  new_year: '01-01',
  easter_monday: 1,
  labour_day: '05-01',
  ascension: 39,
  whit_monday: 50,
  flemish_community: '07-11',
  national_day: '07-21',
  assumption: '08-15',
  all_saints: '11-01',
  armistice: '11-11',
  christmas: '12-25',
}

/** Gauss's computus in the Gregorian calendar, as Meeus, Jones and Butcher wrote it down. */
function easterSunday(year: number): LocalDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const skippedLeaps =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + skippedLeaps + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  const month = String(Math.floor(days / 31)).padStart(2, '0')
  const day = String((days % 31) + 1).padStart(2, '0')
  return localDate.parse(`${String(year).padStart(4, '0')}-${month}-${day}`)
}
