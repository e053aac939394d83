import { Hono } from 'hono'
import { z } from 'zod'
import { role } from '../../domain/people/member.ts'
import { passwordLength } from '../../domain/people/sign-in.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { noHeaders, passCookies, signInWithPassword } from './password-sign-in.ts'

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
