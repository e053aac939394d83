import { createMiddleware } from 'hono/factory'
import { findSignedIn } from '../../db/people/account-store.ts'
import { hasRight, type Right } from '../../domain/people/right.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { readSignedCookie } from './signed-cookie.ts'

export const sessionCookie = (baseUrl: string) =>
  `${baseUrl.startsWith('https:') ? '__Secure-' : ''}brugwijzer.session_token`

/** Lets nobody pass who is not signed in; the session, its member and its city come in one query. */
export const signedIn = createMiddleware<RequestEnv>(async (c, next) => {
  const { services } = c.var
  const token = readSignedCookie(c, services.secret, sessionCookie(services.baseUrl))
  const found = token && (await findSignedIn(services.db, token, services.now()))
  if (!found) throw new ProblemError(401, 'signed_out')
  c.set('sessionToken', token)
  c.set('signedIn', found)
  await next()
})

/** Lets nobody pass whose roles do not hold the right. Which rows they then see is up to the database. */
export const requireRight = (right: Right) =>
  createMiddleware<RequestEnv>(async (c, next) => {
    if (!hasRight(c.var.signedIn.member.roles, right)) throw new ProblemError(403, 'forbidden')
    await next()
  })
