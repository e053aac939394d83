import { Hono } from 'hono'
import { z } from 'zod'
import { listDemoMembers } from '../../db/people/account-store.ts'
import { usePin } from '../../db/people/pin-store.ts'
import { role } from '../../domain/people/member.ts'
import { pinToken, pinTokenOf } from '../../domain/people/pin.ts'
import { passwordLength } from '../../domain/people/sign-in.ts'
import type { RequestEnv } from '../context.ts'
import { orProblem, ProblemError } from '../problem.ts'
import { doorOfAddress, forgiveDoors, passDoors } from './door.ts'
import { digestOf, makeToken } from './one-time-token.ts'
import { passCookies, signInAccount, signInWithPassword } from './password-sign-in.ts'

const credentials = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(passwordLength.most),
})

export const signInRoutes = new Hono<RequestEnv>()
  .post('/api/auth/sign-in/email', async (c) => {
    const parsed = credentials.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) throw new ProblemError(400, 'invalid_input', { field: 'email' })
    return passCookies(c, await signInWithPassword(c, parsed.data))
  })
  .post('/api/auth/sign-in/demo', async (c) => {
    const parsed = z.object({ role }).safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) throw new ProblemError(400, 'invalid_input', { field: 'role' })
    const { db, demo } = c.var.services
    const members = demo ? await listDemoMembers(db) : []
    const member = members.find(({ roles }) => roles.includes(parsed.data.role))
    if (!member?.accountId) throw new ProblemError(404, 'not_found')
    return passCookies(c, await signInAccount(c, { accountId: member.accountId }))
  })
  .post('/api/auth/sign-in/pin', async (c) => {
    const { db, now } = c.var.services
    const doors = [doorOfAddress(c, 'pin')]
    await passDoors(c, doors)
    const { data } = z.object({ token: pinToken }).safeParse(await c.req.json().catch(() => null))
    if (!data) throw new ProblemError(401, 'pin_over')
    const { cityId, id, secret } = data.token
    const next = makeToken()
    const used = { cityId, id, digest: digestOf(secret), nextDigest: next.digest, now: now() }
    const accountId = orProblem(await usePin(db, used))
    for (const cookie of (await signInAccount(c, { accountId, cityId })).headers.getSetCookie())
      c.header('set-cookie', cookie, { append: true })
    await forgiveDoors(c, doors)
    return c.json({ token: pinTokenOf({ cityId, id, secret: next.token }) }, 200)
  })
  .post('/api/auth/sign-out', async (c) => {
    const answer = await c.var.services.auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
    return passCookies(c, answer)
  })
