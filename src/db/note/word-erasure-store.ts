import type { Actor } from '../../domain/actor.ts'
import { makeClock } from '../../domain/import/clock.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { asActor } from '../as-actor.ts'
import { writeAuditEvent } from '../audit-store.ts'
import { listCities } from '../city/city-store.ts'
import type { Database, Tx } from '../database.ts'

/** Erases in every city the sealed words whose day has come, and the cases that they were about; the server does so every hour. */
export async function eraseWords(db: Database, now: Date): Promise<void> {
  for (const { id: cityId, timeZone } of await listCities(db)) {
    const actor = { kind: 'job', cityId } as const
    await asActor(db, actor, (tx) => eraseOfCity(tx, actor, makeClock(timeZone).dateAt(now)))
  }
}

async function eraseOfCity(tx: Tx, actor: Actor, today: LocalDate): Promise<void> {
  const cases = await eraseOf(tx, 'coaching_case', today)
  const words = await eraseOf(tx, 'sealed_words', today)
  if (cases + words > 0)
    await writeAuditEvent(tx, actor, { event: 'words.erased', details: { words, cases } })
}

async function eraseOf(tx: Tx, table: 'coaching_case' | 'sealed_words', today: LocalDate): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom(table)
    .where('erase_on', '<=', today)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
