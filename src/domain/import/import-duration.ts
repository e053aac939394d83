import { mostMinutes } from '../request/request-field.ts'
import { normalise } from './import-text.ts'

const minutesOnly = /^(\d{1,4})(?: ?(?:m|min|min\.|mins|minuten|minuut|minutes|minute|'|’|′))?$/i
const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/
const hours =
  /^(\d{1,2})(?:([.,])(\d{1,2}))? ?(?:u|u\.|uur|uren|h|h\.|hrs?|heures?|hours?)(?: ?(?:en |et |and )?(\d{1,2}) ?(?:m|min|min\.|minuten|minuut|minutes?|')?)?$/i

/** How people say a quarter, a half and a whole hour, and a little more. Compared after normalise(). */
const said: Readonly<Record<number, string>> = {
  15: 'kwartier|een kwartier|1 kwartier|kwartiertje|quart d’heure|un quart d’heure|1/4 u|1/4 uur|1/4 h|¼ u|¼ uur|¼ h|quarter of an hour',
  30: 'half uur|halfuur|een half uur|een halfuur|halfuurtje|half uurtje|demi-heure|une demi-heure|1/2 u|1/2 uur|1/2 h|½ u|½ uur|½ h|half an hour|half hour',
  45: 'drie kwartier|3 kwartier|driekwartier|trois quarts d’heure|3/4 u|3/4 uur|3/4 h|¾ u|¾ uur|¾ h|three quarters of an hour',
  60: 'een uur|uur|uurtje|une heure|heure|an hour|one hour|hour',
  90: 'anderhalf uur|anderhalfuur|een uur en half|une heure et demie|an hour and a half',
  120: 'twee uur|deux heures|two hours',
}
const known = new Map(
  Object.entries(said).flatMap(([minutes, line]) =>
    line.split('|').map((text) => [normalise(text), Number(minutes)] as const),
  ),
)

/**
 * Reads how long something took, in minutes: `15`, `15 min`, `0:15` (hours and minutes, as spreadsheets show them),
 * `1u`, `1u30`, `1 h 30`, `1,5 uur`, `half uur`. Undefined for more than a day, and for all that could mean two things.
 */
export function readDuration(text: string): number | undefined {
  const minutes = known.get(normalise(text)) ?? countMinutes(text)
  return minutes !== undefined && minutes <= mostMinutes ? minutes : undefined
}

function countMinutes(text: string): number | undefined {
  const plain = minutesOnly.exec(text)
  if (plain) return Number(plain[1])
  const shown = clock.exec(text)
  // "15:00" is a quarter in minutes and seconds to one, and a time of day to another.
  if (shown) return Number(shown[1]) < 10 ? ofHours(Number(shown[1]), Number(shown[2])) : undefined
  const spoken = hours.exec(text)
  if (!spoken) return undefined
  const [, whole, sign, part, rest] = spoken
  if (part === undefined) return ofHours(Number(whole), Number(rest ?? 0))
  const minutes = Number(`${whole}.${part}`) * 60
  // "1.30 u" is an hour and a half to one, and an hour and eighteen minutes to another; only "1,25 u" is a quarter to all.
  const isClear = part.length === 1 || (sign === ',' && minutes % 15 === 0)
  return rest === undefined && isClear && Number.isInteger(minutes) ? minutes : undefined
}

const ofHours = (whole: number, minutes: number): number | undefined =>
  minutes < 60 ? whole * 60 + minutes : undefined
