import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  acceptInvitation,
  choosePassword,
  forgetPassword,
  openInvitation,
  openPasswordLink,
} from '../../contract/joining.ts'
import * as joining from '../../db/people/joining-store.ts'
import * as links from '../../db/people/password-link-store.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem, ProblemError } from '../problem.ts'
import { doorOfAddress, forgiveDoors, passDoors } from './door.ts'
import { mailForgotten } from './forgotten-password.ts'
import { digestOf } from './one-time-token.ts'
import { hashPassword } from './password.ts'
import { passCookies, provePassword, startSession } from './password-sign-in.ts'

/** For who holds a link: joining a city, choosing a new password. Guesses close the door of their address. */
export const joiningRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(openInvitation, async (c) => {
    const { cityName, name, email, roles, way } = await invitationOf(c, c.req.valid('json').token)
    const hasPassword = way === 'known_password'
    return c.json({ city: cityName, name, email, roles: [...roles], hasPassword }, 200)
  })
  .openapi(acceptInvitation, async (c) => {
    const { db, now } = c.var.services
    const { token, password } = c.req.valid('json')
    const invitation = await invitationOf(c, token)
    const credentials = { email: invitation.email, password }
    const passwordHash =
      invitation.way === 'known_password'
        ? await provePassword(c, credentials, invitation.passwordHash)
        : orProblem(await hashPassword(password))
    orProblem(await joining.acceptInvitation(db, invitation, { passwordHash, now: now() }))
    return passCookies(c, await startSession(c, credentials))
  })
  .openapi(forgetPassword, async (c) => {
    await passDoors(c, [doorOfAddress(c, 'forgotten')])
    if (!c.var.services.mailer) throw new ProblemError(422, 'mail_off')
    // Not awaited: how long the answer takes must not tell who is known here.
    void mailForgotten(c, c.req.valid('json').email)
    return c.body(null, 204)
  })
  .openapi(openPasswordLink, async (c) => c.json(await passwordLinkOf(c, c.req.valid('json').token), 200))
  .openapi(choosePassword, async (c) => {
    const { db, now } = c.var.services
    const { token, password } = c.req.valid('json')
    const { email } = await passwordLinkOf(c, token)
    const passwordHash = orProblem(await hashPassword(password))
    orProblem(await links.usePasswordLink(db, digestOf(token), { passwordHash, now: now() }))
    return passCookies(c, await startSession(c, { email, password }))
  })

async function invitationOf(c: Context<RequestEnv>, token: string) {
  const doors = [doorOfAddress(c, 'link')]
  await passDoors(c, doors)
  const found = orProblem(await joining.findByLink(c.var.services.db, digestOf(token), c.var.services.now()))
  await forgiveDoors(c, doors)
  return found
}

async function passwordLinkOf(c: Context<RequestEnv>, token: string) {
  const doors = [doorOfAddress(c, 'link')]
  await passDoors(c, doors)
  const found = orProblem(
    await links.findPasswordLink(c.var.services.db, digestOf(token), c.var.services.now()),
  )
  await forgiveDoors(c, doors)
  return found
}
