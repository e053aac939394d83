import { createRoute, z } from '@hono/zod-openapi'
import { memberId, organizationId } from '../domain/id.ts'
import { memberState, personName, role } from '../domain/people/member.ts'
import { pageOf, pageQuery } from './page.ts'
import { ifMatch, personOnly, problems, writeProblems } from './problem.ts'

/** At least one, each once, in the order of the list of roles. */
export const someRoles = z
  .array(role)
  .min(1)
  .max(30)
  .transform((given) => role.options.filter((each) => given.includes(each)))

export const member = z
  .object({
    id: memberId,
    name: z.string(),
    /** Null: no account, so nothing to sign in with. */
    email: z.string().nullable(),
    roles: z.array(role),
    organizationId,
    coachId: memberId.nullable(),
    coachName: z.string().nullable(),
    state: memberState,
    version: z.int(),
  })
  .openapi('Member')

export type MemberAnswer = z.infer<typeof member>

const param = z.object({ id: memberId })
const memberJson = { 'application/json': { schema: member } }

/** Who is looked for: every word in the name, the address or a role as the reader's language calls it. */
export const peopleSought = z.object({ q: z.string().trim().max(200).optional(), role: role.optional() })

export const listMembers = createRoute({
  method: 'get',
  path: '/api/v1/members',
  summary: 'Everybody of the city, by name, those who are out last; or who is looked for',
  request: { query: pageQuery().extend({ ...peopleSought.shape, state: memberState.optional() }) },
  responses: {
    200: {
      description: 'A page; `next` is the cursor of the page after it, `total` counts every page',
      content: { 'application/json': { schema: pageOf(member).extend({ total: z.int() }) } },
    },
    ...problems,
  },
})

export const readMember = createRoute({
  method: 'get',
  path: '/api/v1/members/{id}',
  summary: 'One member; ETag is the version to change it with',
  request: { params: param },
  responses: { 200: { description: 'The member', content: memberJson }, ...problems },
})

export const changeMember = createRoute({
  ...personOnly,
  method: 'patch',
  path: '/api/v1/members/{id}',
  summary: 'Correct the name, roles, organisation or coach; what is left out stays',
  request: {
    params: param,
    headers: ifMatch,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              name: personName,
              roles: someRoles,
              organizationId,
              coachId: memberId.nullable(),
            })
            .partial(),
        },
      },
    },
  },
  responses: { 200: { description: 'As it is now', content: memberJson }, ...writeProblems },
})

export const listCoaches = createRoute({
  method: 'get',
  path: '/api/v1/coaches',
  summary: 'Who coaches in this city, for everybody at work in it',
  responses: {
    200: {
      description: 'The coaches',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(z.object({ id: memberId, name: z.string(), organizationId })) }),
        },
      },
    },
    ...problems,
  },
})

export const readDisabling = createRoute({
  method: 'get',
  path: '/api/v1/members/{id}/disabling',
  summary: 'What would happen: how many open requests somebody looks after, and who could take them over',
  request: { params: param },
  responses: {
    200: {
      description: 'Before disabling',
      content: {
        'application/json': {
          schema: z
            .object({
              openRequests: z.int(),
              /** The coach first, when there is one. */
              successors: z.array(z.object({ id: memberId, name: z.string(), isCoach: z.boolean() })),
            })
            .openapi('BeforeDisabling'),
        },
      },
    },
    ...problems,
  },
})

const moved = member.extend({ moved: z.int() }).openapi('MovedMember')

export const disableMember = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/members/{id}/disabling',
  summary:
    'Shut somebody out at once; open requests move to the successor, with null they stay where they are',
  request: {
    params: param,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ successorId: memberId.nullable() }) } },
    },
  },
  responses: {
    200: {
      description: 'Out; `moved` says how many requests went to the successor',
      content: { 'application/json': { schema: moved } },
    },
    ...problems,
    422: writeProblems[422],
  },
})

export const enableMember = createRoute({
  ...personOnly,
  method: 'delete',
  path: '/api/v1/members/{id}/disabling',
  summary: 'Let somebody in again; open requests come back unless they were closed or handed on since',
  request: { params: param },
  responses: {
    200: {
      description: 'In again; `moved` says how many requests came back',
      content: { 'application/json': { schema: moved } },
    },
    ...problems,
  },
})

export const mailOutcome = z.object({
  mail: z.enum(['none', 'sent', 'failed']),
  /** Why the last mail failed: mail_unreachable, mail_timeout, mail_sign_in, mail_refused. */
  mailFailure: z.string().nullable(),
})

/** The link comes once, and only when no mail went out with it: whoever asked must then hand it over. */
export const onceLink = z.object({ link: z.string().nullable() })

export const sendPasswordLink = createRoute({
  ...personOnly,
  method: 'post',
  path: '/api/v1/members/{id}/password-links',
  summary: 'Let somebody choose a new password, by mail; where no mail goes out, by a link to hand over',
  request: { params: param },
  responses: {
    201: {
      description: 'The link was made',
      content: {
        'application/json': {
          schema: mailOutcome.extend(onceLink.shape).openapi('PasswordLink'),
        },
      },
    },
    ...problems,
    422: writeProblems[422],
  },
})
