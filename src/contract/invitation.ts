import { createRoute, z } from '@hono/zod-openapi'
import { invitationId, memberId, organizationId } from '../domain/id.ts'
import { staffLanguage } from '../domain/language.ts'
import { personName, role } from '../domain/people/member.ts'
import { jsonBody, makingAnswers } from './making.ts'
import { mailOutcome, onceLink, peopleSought, someRoles } from './member.ts'
import { pageAnswer, pageQuery } from './page.ts'
import { personOnly, problems, writeProblems } from './problem.ts'

export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const invitation = z
  .object({
    id: invitationId,
    email: z.string(),
    name: z.string(),
    roles: z.array(role),
    organizationId,
    coachId: memberId.nullable(),
    /** The member who gets, or got, an account by it. */
    memberId: memberId.nullable(),
    language: staffLanguage,
    state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
    invitedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    ...mailOutcome.shape,
  })
  .openapi('Invitation')

export type InvitationAnswer = z.infer<typeof invitation>

const withLink = invitation.extend(onceLink.shape).openapi('InvitationWithLink')
const json = { 'application/json': { schema: withLink } }
const param = z.object({ id: invitationId })

export const listInvitations = createRoute({
  method: 'get',
  path: '/api/v1/invitations',
  summary: 'Who was invited, newest first, and what became of it',
  request: {
    query: pageQuery().extend({
      ...peopleSought.shape,
      /** Only those without an answer: still open, or expired. */
      waiting: z.literal('true').optional(),
    }),
  },
  responses: {
    200: pageAnswer(invitation),
    ...problems,
  },
})

export const invite = createRoute({
  ...personOnly,
  method: 'post',
  path: '/api/v1/invitations',
  summary: 'Invite somebody by mail to work in this city; the link works for seven days and once',
  request: {
    body: jsonBody(
      z.object({
        id: invitationId,
        email: emailAddress,
        name: personName,
        roles: someRoles,
        organizationId,
        coachId: memberId.nullable(),
        /** Somebody known from an import: keeps the own name, organisation and coach. */
        memberId: memberId.nullable().default(null),
        language: staffLanguage,
      }),
    ),
  },
  responses: makingAnswers(withLink, {
    made: 'Invited; `mail` says whether the mail went out, else `link` is there once',
    again: 'Invited already by this very call; no second mail',
  }),
})

export const sendInvitation = createRoute({
  ...personOnly,
  method: 'post',
  path: '/api/v1/invitations/{id}/mails',
  summary: 'Send an invitation again, with a new link; the old one opens nothing any more',
  request: { params: param },
  responses: {
    201: { description: 'As it is now', content: json },
    ...problems,
    422: writeProblems[422],
  },
})

export const withdrawInvitation = createRoute({
  method: 'put',
  path: '/api/v1/invitations/{id}/withdrawal',
  summary: 'Take an invitation back: its link opens nothing any more',
  request: { params: param },
  responses: {
    200: { description: 'As it is now', content: { 'application/json': { schema: invitation } } },
    ...problems,
    422: writeProblems[422],
  },
})
