import { createRoute, z } from '@hono/zod-openapi'
import { cityId, memberId } from '../domain/id.ts'
import { role } from '../domain/people/member.ts'
import { personOnly, problems } from './problem.ts'

const city = z.object({
  id: cityId,
  code: z.string(),
  name: z.string(),
  /** Of its clock: `Europe/Brussels`. */
  timeZone: z.string(),
  isDemo: z.boolean(),
})

export const session = z
  .object({
    email: z.string(),
    member: z.object({ id: memberId, name: z.string(), roles: z.array(role) }),
    city,
    /** Every city this account is at work in; more than one shows a choice. */
    cities: z.array(city),
    rights: z.array(z.string()),
  })
  .openapi('Session')

export type Session = z.infer<typeof session>

export const readSession = createRoute({
  method: 'get',
  path: '/api/v1/session',
  summary: 'Who is signed in, in which city, with which roles and rights',
  responses: {
    200: { description: 'The session', content: { 'application/json': { schema: session } } },
    ...problems,
  },
})

export const chooseCity = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/session/city',
  summary: 'Work in another city from now on',
  request: {
    body: { required: true, content: { 'application/json': { schema: z.object({ cityId }) } } },
  },
  responses: {
    200: { description: 'The session in that city', content: { 'application/json': { schema: session } } },
    ...problems,
  },
})

/** What the sign-in page must know before anybody is signed in. */
export const welcome = z
  .object({
    isDemo: z.boolean(),
    /** One button per role of the demo town; empty outside the demo. */
    demoRoles: z.array(z.object({ role, name: z.string() })),
    /** Whether this installation has a mail server: else links are handed over by the administrator. */
    sendsMail: z.boolean(),
  })
  .openapi('Welcome')

export const readWelcome = createRoute({
  method: 'get',
  path: '/api/v1/welcome',
  summary: 'What the sign-in page shows; needs no session',
  responses: { 200: { description: 'Welcome', content: { 'application/json': { schema: welcome } } } },
})
