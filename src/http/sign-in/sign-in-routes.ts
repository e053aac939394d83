import { createHmac, randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { setSignedCookie } from 'hono/cookie'
import { z } from 'zod'
import { type Door, forgiveAttempt, takeAttempt } from '../../db/people/sign-in-store.ts'
import { role } from '../../domain/people/member.ts'
import { passwordLength } from '../../domain/people/sign-in.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { networkOf } from './network.ts'
import { readSignedCookie } from './signed-cookie.ts'

const credentials = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(passwordLength.most),
})

export const signInRoutes = new Hono<RequestEnv>()
  .post('/api/auth/sign-in/email', async (c) => {
    const parsed = credentials.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) throw new ProblemError(400, 'invalid_input', { field: 'email' })
    const { email, password } = parsed.data
    const doors = doorsFor(c, email)
    await passDoors(c, doors)
    const { auth } = c.var.services
    const answer = await auth.api.signInEmail({
      body: { email, password },
      headers: noHeaders,
      asResponse: true,
    })
    if (!answer.ok) throw new ProblemError(401, 'wrong_credentials')
    await Promise.all(doors.map((door) => forgiveAttempt(c.var.services.db, door)))
    await rememberDevice(c, email)
    return passCookies(c, answer)
  })
  .post('/api/auth/sign-in/demo', async (c) => {
    const parsed = z.object({ role }).safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) throw new ProblemError(400, 'invalid_input', { field: 'role' })
    const api = c.var.services.auth.api
    if (!('signInDemo' in api)) throw new ProblemError(404, 'not_found')
    const answer = await api.signInDemo({ body: parsed.data, headers: noHeaders, asResponse: true })
    if (!answer.headers.has('set-cookie')) throw new ProblemError(404, 'not_found')
    return passCookies(c, answer)
  })
  .post('/api/auth/sign-out', async (c) => {
    const answer = await c.var.services.auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
    return passCookies(c, answer)
  })

/** Only the cookies go out: the token in better-auth's own answer would be readable by scripts. */
function passCookies(c: Context<RequestEnv>, answer: Response) {
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

async function passDoors(c: Context<RequestEnv>, doors: readonly Door[]): Promise<void> {
  const { db, now } = c.var.services
  for (const door of doors) {
    const minutes = await takeAttempt(db, door, now())
    if (minutes === undefined) continue
    c.header('retry-after', String(minutes * 60))
    throw new ProblemError(429, 'too_many_attempts', { minutes })
  }
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

const keyOf = (c: Context<RequestEnv>, text: string): string =>
  createHmac('sha256', c.var.services.secret).update(text).digest('base64url').slice(0, 27)

/** The last address that we ourselves or a trusted proxy saw; anybody can write the ones before it. */
function addressOf(c: Context<RequestEnv>): string {
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const { trustedProxies } = c.var.services
  const forwarded = trustedProxies > 0 ? seen.at(-trustedProxies) : undefined
  return networkOf(forwarded || (getConnInfo(c).remote.address ?? ''))
}
