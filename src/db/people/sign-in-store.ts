import { sql } from 'kysely'
import { type SignInDoor, signInDoors } from '../../domain/people/sign-in.ts'
import type { Database } from '../database.ts'

export interface Door {
  readonly kind: SignInDoor
  /** Says which device, address and account, as a keyed hash: the table holds no address of a person. */
  readonly key: string
}

/**
 * Counts one more try at this door before the password is looked at, so that tries at the same moment count too.
 * Answers the minutes to wait when the door is closed, undefined when the try may go on.
 */
export async function takeAttempt(db: Database, { kind, key }: Door, now: Date): Promise<number | undefined> {
  const { failures, minutes } = signInDoors[kind]
  const windowEnd = new Date(now.getTime() + minutes * 60_000)
  const attempt = await db.auth
    .insertInto('sign_in_attempt')
    .values({ door: `${kind} ${key}`, failures: 1, window_ends_at: windowEnd })
    .onConflict((conflict) =>
      conflict.column('door').doUpdateSet({
        failures: sql`case when sign_in_attempt.window_ends_at > ${now} then sign_in_attempt.failures + 1 else 1 end`,
        window_ends_at: sql`case when sign_in_attempt.window_ends_at > ${now} then sign_in_attempt.window_ends_at
          else ${windowEnd} end`,
      }),
    )
    .returning(['failures', 'window_ends_at as endsAt'])
    .executeTakeFirstOrThrow()
  if (attempt.failures <= failures) return undefined
  return Math.max(1, Math.ceil((attempt.endsAt.getTime() - now.getTime()) / 60_000))
}

/** The try at this door was no failure after all. */
export const forgiveAttempt = (db: Database, { kind, key }: Door) =>
  db.auth
    .updateTable('sign_in_attempt')
    .set({ failures: sql`greatest(failures - 1, 0)` })
    .where('door', '=', `${kind} ${key}`)
    .execute()

/** Removes counts, sessions and links whose time is over; the server does so every hour. */
export async function forgetPast(db: Database, now: Date): Promise<void> {
  await db.auth.deleteFrom('sign_in_attempt').where('window_ends_at', '<', now).execute()
  await db.auth.deleteFrom('session').where('expires_at', '<', now).execute()
  await db.auth.deleteFrom('verification').where('expires_at', '<', now).execute()
}
