import { randomBytes } from 'node:crypto'
import { verifyPassword } from 'better-auth/crypto'
import type { Context } from 'hono'
import { setSignedCookie } from 'hono/cookie'
import type { Door } from '../../db/people/sign-in-store.ts'
import type { AccountId, CityId } from '../../domain/id.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { addressOf, forgiveDoors, keyOf, passDoors } from './door.ts'
import { readSignedCookie } from './signed-cookie.ts'

/**
 * Signs in with a password, past the doors that count failures; the answer carries the session's cookie. Ends the
 * request with `wrong_credentials` or `too_many_attempts`.
 */
export async function signInWithPassword(
  c: Context<RequestEnv>,
  { email, password }: { email: string; password: string },
): Promise<Response> {
  const doors = doorsFor(c, email)
  await passDoors(c, doors)
  const answer = await startSession(c, { email, password })
  await forgiveDoors(c, doors)
  return answer
}

/**
 * Whether this is the password of the account, past the doors that count failures, and without signing in; answers the
 * hash. Ends the request with `wrong_credentials` or `too_many_attempts`.
 */
export async function provePassword(
  c: Context<RequestEnv>,
  { email, password }: { email: string; password: string },
  hash: string | null,
): Promise<string> {
  const doors = doorsFor(c, email)
  await passDoors(c, doors)
  if (!hash || !(await verifyPassword({ hash, password }))) throw new ProblemError(401, 'wrong_credentials')
  await forgiveDoors(c, doors)
  return hash
}

/** Signs in past no door: for who has just chosen or proved this password. */
export async function startSession(
  c: Context<RequestEnv>,
  { email, password }: { email: string; password: string },
): Promise<Response> {
  const answer = await c.var.services.auth.api.signInEmail({
    body: { email, password },
    headers: noHeaders,
    asResponse: true,
  })
  if (!answer.ok) throw new ProblemError(401, 'wrong_credentials')
  await rememberDevice(c, email)
  return answer
}

/** Signs in past no door and without a password: for who has proved another way who they are. */
export async function signInAccount(
  c: Context<RequestEnv>,
  body: { readonly accountId: AccountId; readonly cityId?: CityId },
): Promise<Response> {
  const answer = await c.var.services.auth.api.signInAccount({ body, headers: noHeaders, asResponse: true })
  if (!answer.headers.has('set-cookie')) throw new ProblemError(404, 'not_found')
  return answer
}

/** Only the cookies go out: the token in better-auth's own answer would be readable by scripts. */
export function passCookies(c: Context<RequestEnv>, answer: Response) {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  return c.body(null, 204)
}

// A session keeps neither the address nor the browser of a person: nothing here needs them.
const noHeaders = new Headers()

const deviceCookie = 'brugwijzer.device'
const yearInSeconds = 365 * 24 * 3600

function doorsFor(c: Context<RequestEnv>, email: string): Door[] {
  const account = keyOf(c, email)
  const device = readSignedCookie(c, c.var.services.secret, deviceCookie)
  if (device && device.split('.')[0] === account) return [{ kind: 'known_device', key: keyOf(c, device) }]
  const address = addressOf(c)
  return [
    // The address first: once that is closed, no new name makes a new row.
    { kind: 'address', key: keyOf(c, address) },
    { kind: 'stranger', key: keyOf(c, `${address} ${email}`) },
  ]
}

async function rememberDevice(c: Context<RequestEnv>, email: string): Promise<void> {
  const { secret, baseUrl } = c.var.services
  const value = `${keyOf(c, email)}.${randomBytes(16).toString('base64url')}`
  await setSignedCookie(c, deviceCookie, value, secret, {
    path: '/api/auth',
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
    maxAge: yearInSeconds,
  })
}
