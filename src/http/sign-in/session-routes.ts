import { OpenAPIHono } from '@hono/zod-openapi'
import { chooseCity, readSession, readWelcome, type Session } from '../../contract/session.ts'
import { chooseSessionCity, findSignedIn, listDemoMembers } from '../../db/people/account-store.ts'
import { role } from '../../domain/people/member.ts'
import { isOfPersons, rightsOf } from '../../domain/people/right.ts'
import type { SignedIn } from '../../domain/people/session.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, ProblemError } from '../problem.ts'
import { signedIn } from './signed-in.ts'

export const sessionRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi(readWelcome, async (c) => {
    const { db, demo, mailer } = c.var.services
    const members = demo ? await listDemoMembers(db) : []
    const demoRoles = role.options.flatMap((each) =>
      members.flatMap(({ name, roles }) => (roles.includes(each) ? [{ role: each, name }] : [])),
    )
    return c.json({ isDemo: demo, demoRoles, sendsMail: mailer !== undefined }, 200)
  })
  .openapi({ ...readSession, middleware: [signedIn] as const }, (c) => {
    const rights = rightsOf(c.var.signedIn.member.roles)
    const held = c.var.sessionToken === undefined ? rights.filter((right) => !isOfPersons(right)) : rights
    return c.json({ ...toSession(c.var.signedIn), rights: held }, 200)
  })
  .openapi({ ...chooseCity, middleware: [signedIn] as const }, async (c) => {
    const { signedIn: session, sessionToken, services } = c.var
    const { cityId } = c.req.valid('json')
    if (sessionToken === undefined) throw new ProblemError(403, 'key_forbidden')
    if (!session.cities.some(({ id }) => id === cityId)) throw new ProblemError(404, 'not_found')
    await chooseSessionCity(services.db, sessionToken, cityId)
    const changed = await findSignedIn(services.db, { token: sessionToken, now: services.now() })
    if (!changed) throw new ProblemError(401, 'signed_out')
    return c.json(toSession(changed.signedIn), 200)
  })

function toSession({ email, member, city, cities }: SignedIn): Session {
  const shown = ({ id, code, name, timeZone, isDemo }: SignedIn['city']) => ({
    id,
    code,
    name,
    timeZone,
    isDemo,
  })
  return {
    email,
    member: { id: member.id, name: member.name, roles: [...member.roles] },
    city: shown(city),
    cities: cities.map(shown),
    rights: rightsOf(member.roles),
  }
}
