import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { askAsActor } from '../../db/as-actor.ts'
import type { Question } from '../../db/database.ts'
import { askAsLastSeen, findSignedIn, isShutOut } from '../../db/people/account-store.ts'
import { findKeyHolder } from '../../db/people/api-key-store.ts'
import { hasRight, isOfPersons, type Right } from '../../domain/people/right.ts'
import { actorOf, type SignedIn } from '../../domain/people/session.ts'
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
  if (key === undefined) await takeSession(c, readToken(c))
  else await takeKey(c, key)
  await next()
})

/**
 * Lets nobody pass without the cookie of a session or a key that works. Whose the session is, its question looks up:
 * the route then asks by askSignedIn alone.
 */
export const carriesSession = createMiddleware<RequestEnv>(async (c, next) => {
  const key = c.req.header(keyHeader)
  if (key === undefined) c.set('sessionToken', readToken(c))
  else await takeKey(c, key)
  await next()
})

/**
 * The answer to one question that changes nothing, for whoever is signed in and holds the right. Who was here before
 * costs no look-up of its own, unless `write` itself reads first. It may be called twice: when somebody's roles or city
 * changed meanwhile, or when it went wrong.
 */
export async function askSignedIn<Row>(
  c: Context<RequestEnv>,
  right: Right,
  write: (signedIn: SignedIn) => Promise<Question<Row>>,
  { readsFirst = false }: { readonly readsFirst?: boolean } = {},
): Promise<{ readonly signedIn: SignedIn; readonly rows: readonly Row[] }> {
  const { services, sessionToken: token } = c.var
  const known = token === undefined ? undefined : services.lastSeen.of(token)
  if (token !== undefined && known && !readsFirst && hasRight(known.member.roles, right)) {
    const session = { token, now: services.now() }
    // What goes wrong here is judged again below, once it is known who asks.
    const question = await write(known).catch(() => undefined)
    const rows =
      question && (await askAsLastSeen(services.db, session, known, question).catch(() => undefined))
    if (rows) return { signedIn: known, rows }
  }
  if (token !== undefined) await takeSession(c, token)
  const { signedIn } = c.var
  holdRight(c, right)
  return { signedIn, rows: await askAsActor(services.db, actorOf(signedIn), await write(signedIn)) }
}

/** Ends the request of whoever has no cookie that we wrote: `signed_out`. */
function readToken(c: Context<RequestEnv>): string {
  const { services } = c.var
  const token = readSignedCookie(c, services.secret, sessionCookie(services.baseUrl))
  if (!token) throw new ProblemError(401, 'signed_out')
  return token
}

async function takeSession(c: Context<RequestEnv>, token: string): Promise<void> {
  const { services } = c.var
  const found = await findSignedIn(services.db, token, services.now())
  if (!found) {
    services.lastSeen.forget(token)
    const isOut = await isShutOut(services.db, token, services.now())
    throw new ProblemError(401, isOut ? 'shut_out' : 'signed_out')
  }
  services.lastSeen.keep(token, found)
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
    holdRight(c, right)
    await next()
  })

function holdRight(c: Context<RequestEnv>, right: Right): void {
  if (!hasRight(c.var.signedIn.member.roles, right)) throw new ProblemError(403, 'forbidden')
  if (isOfPersons(right)) refuseProgram(c)
}

/** Ends the request of a program: `key_forbidden`. */
export function refuseProgram(c: Context<RequestEnv>): void {
  if (c.var.sessionToken === undefined) throw new ProblemError(403, 'key_forbidden')
}
