import { holidayCodes } from '../../domain/calendar/holiday.ts'
import type { City } from '../../domain/city.ts'
import { defaultCodeLists } from '../../domain/code-list/code-list-default.ts'
import type { CityId } from '../../domain/id.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import type { Weekday } from '../../domain/local-date.ts'
import { asAuthWithin, asFounder } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Database } from '../database.ts'
import { openAccount } from '../people/credential-store.ts'
import { addMember, addOrganization } from '../people/member-store.ts'
import { addCity } from './city-store.ts'
import { addCodes } from './code-list-store.ts'
import { addDesk } from './desk-store.ts'
import { observeHolidays } from './holiday-store.ts'

export interface NewTown {
  readonly city: Omit<City, 'id'>
  readonly administrator: { readonly email: string; readonly passwordHash: string }
  /** CLDR names for the languages that the default lists name in Dutch only. */
  readonly languageName: (tag: string, language: StaffLanguage) => string
}

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5]

/**
 * A city ready for its first day: the default code lists, every public holiday kept, one organisation, one desk open
 * Monday to Friday, one administrator. Undefined when the code is taken; then nothing has changed.
 */
export async function foundCity(
  db: Database,
  { city, administrator, languageName }: NewTown,
): Promise<CityId | undefined> {
  return asFounder(
    db,
    (tx) => addCity(tx, city),
    async (tx, cityId) => {
      await addCodes(tx, cityId, defaultCodeLists(languageName))
      await observeHolidays(tx, cityId, holidayCodes)
      const organizationId = await addOrganization(tx, cityId, { name: city.name, kind: 'city' })
      const hours = workingDays.map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }))
      await addDesk(tx, cityId, { organizationId, name: 'Onthaal', position: 0, hours })
      const actor = { kind: 'cli', cityId } as const
      const { email, passwordHash } = administrator
      const { id: accountId } = await asAuthWithin(tx, actor, (auth) =>
        openAccount(auth, { email, name: email, passwordHash, now: new Date() }),
      )
      await addMember(tx, cityId, { organizationId, name: email, roles: ['admin'], accountId })
      await writeAuditEvent(tx, actor, { event: 'city.founded' })
      return cityId
    },
  )
}
