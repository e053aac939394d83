import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { findSignedIn } from '../../db/people/account-store.ts'
import { findKeyHolder } from '../../db/people/api-key-store.ts'
import { hasRight, isOfPersons, type Right } from '../../domain/people/right.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { doorOfAddress, passDoors } from './door.ts'
import { digestOf } from './one-time-token.ts'
import { readSignedCookie } from './signed-cookie.ts'

/** Where a program puts its key. */
export const keyHeader = 'x-api-key'

export const sessionCookie = (baseUrl: string) =>
  `${baseUrl.startsWith('https:') ? '__Secure-' : ''}brugwijzer.session_token`

/** Lets nobody pass who is not signed in; the session, its member and its city come in one query. */
export const signedIn = createMiddleware<RequestEnv>(async (c, next) => {
  const key = c.req.header(keyHeader)
  if (key === undefined) await takeSession(c)
  else await takeKey(c, key)
  await next()
})

async function takeSession(c: Context<RequestEnv>): Promise<void> {
  const { services } = c.var
  const token = readSignedCookie(c, services.secret, sessionCookie(services.baseUrl))
  const found = token && (await findSignedIn(services.db, token, services.now()))
  if (!found) throw new ProblemError(401, 'signed_out')
  c.set('sessionToken', token)
  c.set('signedIn', found)
}

/** A program: whoever sends a key is judged by it alone, whatever cookies come along. */
async function takeKey(c: Context<RequestEnv>, key: string): Promise<void> {
  const { services } = c.var
  const found = await findKeyHolder(services.db, digestOf(key), services.now())
  if (!found) {
    await passDoors(c, [doorOfAddress(c, 'api_key')])
    throw new ProblemError(401, 'key_unknown')
  }
  c.set('sessionToken', undefined)
  c.set('signedIn', found)
}

/**
 * Lets nobody pass whose roles do not hold the right, and no program where only a person may. Which rows they then see is
 * up to the database.
 */
export const requireRight = (right: Right) =>
  createMiddleware<RequestEnv>(async (c, next) => {
    if (!hasRight(c.var.signedIn.member.roles, right)) throw new ProblemError(403, 'forbidden')
    if (isOfPersons(right)) refuseProgram(c)
    await next()
  })

/** Ends the request of a program: `key_forbidden`. */
export function refuseProgram(c: Context<RequestEnv>): void {
  if (c.var.sessionToken === undefined) throw new ProblemError(403, 'key_forbidden')
}
