import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  changeMember,
  disableMember,
  enableMember,
  listCoaches,
  listMembers,
  readDisabling,
  readMember,
  sendPasswordLink,
} from '../../contract/member.ts'
import { asActor } from '../../db/as-actor.ts'
import { findMails } from '../../db/people/address-store.ts'
import * as leaving from '../../db/people/leaving-store.ts'
import { listSomeMembers } from '../../db/people/member-list-store.ts'
import * as members from '../../db/people/member-store.ts'
import { actorOf } from '../../domain/people/session.ts'
import { refuse } from '../../domain/refusal.ts'
import type { RequestEnv } from '../context.ts'
import { pageOf, readCursor, writeCursor } from '../cursor.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'
import { toMember, toMembers } from './member-answer.ts'
import { makePasswordLink } from './password-link.ts'
import { readSought } from './people-sought.ts'

/** Where a page of members ends: the last of it. PostgreSQL holds no text with a zero byte in it. */
const place = z.tuple([
  z.enum(['name', 'role']),
  z.enum(['in', 'out']),
  z.string().regex(/^[^\0]+$/),
  z.guid(),
])

const mayChange = requireRight('members.change')
const mayAdmit = requireRight('members.admit')

export const memberRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listMembers, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { db } = c.var.services
    const { cursor, limit, state, ...asked } = c.req.valid('query')
    const [by, where, name, id] = readCursor(cursor, place) ?? []
    const after =
      where && name && id ? { isByRole: by === 'role', isOut: where === 'out', name, id } : undefined
    const sought = readSought(asked, c.var.language)
    const mails = await findMails(db, c.var.signedIn.city.id, sought.sought)
    const { rows, total } = await asActor(db, actorOf(c.var.signedIn), (tx) =>
      listSomeMembers(tx, { ...sought, state, mails }, { after, limit: limit + 1 }),
    )
    const { items, next } = pageOf(rows, limit, (row) =>
      writeCursor([row.isByRole ? 'role' : 'name', row.disabledAt ? 'out' : 'in', row.name, row.id]),
    )
    return c.json(
      {
        items: await toMembers(
          db,
          items.map(({ isByRole, ...row }) => row),
        ),
        next,
        total,
      },
      200,
    )
  })
  .openapi({ ...listCoaches, middleware: [signedIn] as const }, async (c) =>
    c.json({ items: await asActor(c.var.services.db, actorOf(c.var.signedIn), members.listCoaches) }, 200),
  )
  .openapi({ ...readMember, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { db } = c.var.services
    const { id } = c.req.valid('param')
    const found = await asActor(db, actorOf(c.var.signedIn), (tx) => members.findMember(tx, id))
    const member = await toMember(db, orProblem(found ?? refuse('not_found')))
    c.header('etag', etagOf(member.version))
    return c.json(member, 200)
  })
  .openapi({ ...changeMember, middleware: [signedIn, mayAdmit] as const }, async (c) => {
    const { db } = c.var.services
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const { name, roles, organizationId, coachId } = c.req.valid('json')
    const changed = await asActor(db, actorOf(c.var.signedIn), async (tx) => {
      const before = await members.findMember(tx, id)
      if (!before) return refuse('not_found')
      const change = {
        name: name ?? before.name,
        roles: roles ?? before.roles,
        organizationId: organizationId ?? before.organizationId,
        coachId: coachId === undefined ? before.coachId : coachId,
      }
      return members.changeMember(tx, actorOf(c.var.signedIn), { id, version, change })
    })
    const member = await toMember(db, orProblem(changed))
    c.header('etag', etagOf(member.version))
    return c.json(member, 200)
  })
  .openapi({ ...readDisabling, middleware: [signedIn, mayChange] as const }, async (c) => {
    const { id } = c.req.valid('param')
    const before = await asActor(c.var.services.db, actorOf(c.var.signedIn), async (tx) => {
      const member = await members.findMember(tx, id)
      if (!member) return refuse('not_found')
      const successors = (await leaving.listSuccessors(tx, member)).map((each) => ({
        ...each,
        isCoach: each.id === member.coachId,
      }))
      return { openRequests: await leaving.countCares(tx, id), successors }
    })
    return c.json(orProblem(before), 200)
  })
  .openapi({ ...disableMember, middleware: [signedIn, mayAdmit] as const }, async (c) => {
    const { db, now } = c.var.services
    const { id } = c.req.valid('param')
    const { successorId } = c.req.valid('json')
    const actor = actorOf(c.var.signedIn)
    const done = await asActor(db, actor, (tx) =>
      leaving.disableMember(tx, actor, { id, successorId, now: now() }),
    )
    const { member, moved } = orProblem(done)
    return c.json({ ...(await toMember(db, member)), moved }, 200)
  })
  .openapi({ ...enableMember, middleware: [signedIn, mayAdmit] as const }, async (c) => {
    const { db } = c.var.services
    const { id } = c.req.valid('param')
    const actor = actorOf(c.var.signedIn)
    const done = await asActor(db, actor, (tx) => leaving.enableMember(tx, actor, id))
    const { member, moved } = orProblem(done)
    return c.json({ ...(await toMember(db, member)), moved }, 200)
  })
  .openapi({ ...sendPasswordLink, middleware: [signedIn, mayAdmit] as const }, async (c) =>
    c.json(orProblem(await makePasswordLink(c, c.req.valid('param').id)), 201),
  )
