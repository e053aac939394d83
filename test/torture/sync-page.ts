import type { SentVisit } from '../../src/domain/visit/visit.ts'
import { type Author, fetchKey, keepNoted, openDevice, sendWaiting } from '../../src/web/outbox/outbox.ts'
import { listWaiting } from '../../src/web/outbox/outbox-store.ts'
import { takeBack } from '../../src/web/outbox/take-back.ts'
import { tickOff } from '../../src/web/pages/today/tick-off.ts'

// What sync-runs.ts drives in the browser: the outbox as the desk uses it, in a page of its own. Sending is not awaited, as at
// the desk: whoever saves goes on.

let author: Author | undefined
const who = () => {
  if (!author) throw new Error('nobody works on this page')
  return author
}
const send = () => sendWaiting(who(), () => undefined)

/** The clock of the device may be wrong by so many milliseconds. */
let ahead = 0
const rightNow = Date.now
Date.now = () => rightNow() + ahead
globalThis.Date = new Proxy(Date, {
  construct: (date, given) => (given.length === 0 ? new date(date.now()) : Reflect.construct(date, given)),
})

const outbox = {
  open: async (given: Author) => {
    author = given
    await Promise.allSettled([fetchKey(given.cityId), openDevice(given)])
  },
  setClock: (milliseconds: number) => {
    ahead = milliseconds
  },
  now: () => new Date().toISOString(),
  save: async (visit: SentVisit) => {
    await keepNoted(who(), visit.id, { kind: 'visit', visit })
    send().catch(() => undefined)
  },
  tick: async (toDo: Parameters<typeof tickOff>[1]) => {
    await tickOff(who(), toDo)
    send().catch(() => undefined)
  },
  undo: async (visit: SentVisit) => {
    await takeBack(who(), visit, 'Ongedaan gemaakt bij het noteren')
    send().catch(() => undefined)
  },
  send,
  countWaiting: async () => (await listWaiting()).length,
}
export type TorturedOutbox = typeof outbox
Object.assign(globalThis, { outbox })
