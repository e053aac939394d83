import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { askAsActor } from '../../db/as-actor.ts'
import type { Asked, Question } from '../../db/database.ts'
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
  const seen = readsFirst
    ? undefined
    : await askAsSeen(c, right, async (known) => ({ question: await write(known) }))
  if (seen) return seen
  const signedIn = await lookUpSignedIn(c, right)
  return { signedIn, rows: await askAsActor(c.var.services.db, actorOf(signedIn), await write(signedIn)) }
}

/**
 * The answer to one question, a deed too, for whoever was here before. Undefined when nobody was, when they are somebody else
 * by now, when `write` has no one question for it, or when it went wrong: nothing is done then, and lookUpSignedIn tells
 * who asks.
 */
export async function askAsSeen<Row>(
  c: Context<RequestEnv>,
  right: Right,
  write: (known: SignedIn) => Promise<Asked<Row> | undefined>,
): Promise<{ readonly signedIn: SignedIn; readonly rows: readonly Row[] } | undefined> {
  const { services, sessionToken: token } = c.var
  const seen = token === undefined ? undefined : services.lastSeen.of(token)
  if (token === undefined || !seen || !hasRight(seen.signedIn.member.roles, right)) return undefined
  const { signedIn } = seen
  // What goes wrong here is judged again, once it is known who asks.
  const asked = await write(signedIn).catch(() => undefined)
  if (!asked) return undefined
  const session = { token, now: services.now() }
  const rows = await askAsLastSeen(services.db, session, seen, asked).catch(() => undefined)
  return rows && { signedIn, rows }
}

/** Whoever is signed in now and holds the right, on a route that asked no more than carriesSession. */
export async function lookUpSignedIn(c: Context<RequestEnv>, right: Right): Promise<SignedIn> {
  const { sessionToken: token } = c.var
  if (token !== undefined) await takeSession(c, token)
  holdRight(c, right)
  return c.var.signedIn
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
  const seen = await findSignedIn(services.db, { token, now: services.now() })
  if (!seen) {
    services.lastSeen.forget(token)
    const isOut = await isShutOut(services.db, token, services.now())
    throw new ProblemError(401, isOut ? 'shut_out' : 'signed_out')
  }
  services.lastSeen.keep(token, seen)
  c.set('sessionToken', token)
  c.set('signedIn', seen.signedIn)
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
