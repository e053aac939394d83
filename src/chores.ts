import { listCities } from './db/city/city-store.ts'
import { forgetClients } from './db/client/client-file-store.ts'
import { eraseFollowUps } from './db/follow-up/follow-up-erasure-store.ts'
import { forgetImportFiles } from './db/import/import-forget-store.ts'
import { eraseWords } from './db/note/word-erasure-store.ts'
import { eraseRosters } from './db/people/roster-erasure-store.ts'
import { forgetPast } from './db/people/sign-in-store.ts'
import { eraseAddresses } from './db/report/mailing-erasure-store.ts'
import type { City } from './domain/city.ts'
import type { Services } from './http/context.ts'
import { startClock } from './jobs/clock.ts'
import { deliverLetters } from './jobs/report/mailing-delivery.ts'
import { tellEndedPeriods } from './jobs/report/period-notice.ts'
import { localDateIn } from './text/format.ts'

const minuteInMs = 60_000
const hourInMs = 60 * minuteInMs

/** What this server does by itself, without anybody asking. */
export function startChores(services: Services): void {
  const { db, now, background } = services
  const inEachCity = async (work: (city: City) => Promise<void>) => {
    for (const city of await listCities(db)) await work(city)
  }
  const chores = [
    { everyMs: hourInMs, do: () => forgetPast(db, now()) },
    { everyMs: hourInMs, do: () => forgetImportFiles(db, now()) },
    { everyMs: hourInMs, do: () => eraseAddresses(db, now()) },
    {
      everyMs: hourInMs,
      do: () => inEachCity((city) => eraseFollowUps(db, city, localDateIn(now(), city.timeZone))),
    },
    {
      everyMs: hourInMs,
      do: () => inEachCity((city) => eraseRosters(db, city, localDateIn(now(), city.timeZone))),
    },
    { everyMs: hourInMs, do: () => eraseWords(db, now()) },
    { everyMs: hourInMs, do: () => forgetClients(db, now()) },
    // Letters that a server before this one left behind.
    {
      everyMs: 10 * minuteInMs,
      do: (signal: AbortSignal) => inEachCity((city) => deliverLetters(services, city, signal)),
    },
    {
      everyMs: hourInMs,
      do: (signal: AbortSignal) =>
        inEachCity((city) =>
          tellEndedPeriods(services, city, { today: localDateIn(now(), city.timeZone), signal }),
        ),
    },
  ]
  startClock(chores, background)
}
