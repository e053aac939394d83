import { createHmac } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { type Door, forgiveAttempt, takeAttempt } from '../../db/people/sign-in-store.ts'
import type { SignInDoor } from '../../domain/people/sign-in.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { networkOf } from './network.ts'

/** Counts a try at each door; ends the request at the first that is closed: `too_many_attempts`. */
export async function passDoors(c: Context<RequestEnv>, doors: readonly Door[]): Promise<void> {
  const { db, now } = c.var.services
  for (const door of doors) {
    const minutes = await takeAttempt(db, door, now())
    if (minutes === undefined) continue
    c.header('retry-after', String(minutes * 60))
    throw new ProblemError(429, 'too_many_attempts', { minutes })
  }
}

export const forgiveDoors = (c: Context<RequestEnv>, doors: readonly Door[]) =>
  Promise.all(doors.map((door) => forgiveAttempt(c.var.services.db, door)))

/** The door of whoever asks from this address. */
export const doorOfAddress = (c: Context<RequestEnv>, kind: SignInDoor): Door => ({
  kind,
  key: keyOf(c, addressOf(c)),
})

/** A keyed hash: what is counted says nothing about whom. */
export const keyOf = (c: Context<RequestEnv>, text: string): string =>
  createHmac('sha256', c.var.services.secret).update(text).digest('base64url').slice(0, 27)

/** The last address that we ourselves or a trusted proxy saw; anybody can write the ones before it. */
export function addressOf(c: Context<RequestEnv>): string {
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const { trustedProxies } = c.var.services
  const forwarded = trustedProxies > 0 ? seen.at(-trustedProxies) : undefined
  return networkOf(forwarded || (getConnInfo(c).remote.address ?? ''))
}
