import { createRoute, z } from '@hono/zod-openapi'
import { role } from '../domain/people/member.ts'
import { passwordLength } from '../domain/people/sign-in.ts'
import { emailAddress } from './invitation.ts'
import { problems, writeProblems } from './problem.ts'

// For who is not signed in yet. Tokens travel in bodies alone: an address is logged, kept and passed on.

const token = z.string().min(1).max(100)
const password = z.string().max(passwordLength.most)
const body = <Shape extends z.ZodObject>(schema: Shape) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
const refusals = { 400: problems[400], 401: problems[401], 422: writeProblems[422] }
const signedInNow = { description: 'Done; the cookie of the session comes with it' }

export const openInvitation = createRoute({
  method: 'post',
  path: '/api/auth/invitation',
  summary: 'What an invitation says, for who holds its link',
  request: body(z.object({ token })),
  responses: {
    200: {
      description: 'The invitation',
      content: {
        'application/json': {
          schema: z.object({
            city: z.string(),
            name: z.string(),
            email: z.string(),
            roles: z.array(role),
            /** The address signs in elsewhere already: that password is asked, and no new one. */
            hasPassword: z.boolean(),
          }),
        },
      },
    },
    ...refusals,
  },
})

export const acceptInvitation = createRoute({
  method: 'post',
  path: '/api/auth/invitation/acceptance',
  summary: 'Accept an invitation with a new password, or with the one that the address has',
  request: body(z.object({ token, password })),
  responses: { 204: signedInNow, ...refusals },
})

export const forgetPassword = createRoute({
  method: 'post',
  path: '/api/auth/forgotten-password',
  summary: 'Ask for a link to choose a new password; the answer is the same for every address',
  request: body(z.object({ email: emailAddress })),
  responses: { 204: { description: 'If the address is known here, a mail is on its way' }, ...refusals },
})

export const openPasswordLink = createRoute({
  method: 'post',
  path: '/api/auth/password-link',
  summary: 'For which address a link chooses a new password',
  request: body(z.object({ token })),
  responses: {
    200: {
      description: 'The address',
      content: { 'application/json': { schema: z.object({ email: z.string() }) } },
    },
    ...refusals,
  },
})

export const choosePassword = createRoute({
  method: 'post',
  path: '/api/auth/new-password',
  summary: 'Choose a new password; every session of the account ends',
  request: body(z.object({ token, password })),
  responses: { 204: signedInNow, ...refusals },
})
