import { createRoute, z } from '@hono/zod-openapi'
import { memberId } from '../domain/id.ts'
import { rosterContent } from '../domain/people/roster-content.ts'
import { ifMatch, personOnly, problems, writeProblems } from './problem.ts'

const kept = z
  .object({
    ...rosterContent.shape,
    memberId,
    name: z.string(),
    version: z.int().describe('0 = nothing was ever kept; the ETag too'),
  })
  .openapi('Roster')
export type KeptRoster = z.infer<typeof kept>

const answer = {
  description: 'What holds now and what is to come; what is over is forgotten',
  headers: z.object({ etag: z.string() }),
  content: { 'application/json': { schema: kept } },
}
const params = z.object({ id: memberId })
const body = { required: true, content: { 'application/json': { schema: rosterContent } } }

export const readOwnRoster = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/roster',
  summary: 'When you sit at which desk, when you are away, and which languages you speak',
  responses: { 200: answer, ...problems },
})

export const putOwnRoster = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/roster',
  summary: 'Keep your own week, absences and languages, all of them',
  request: { headers: ifMatch, body },
  responses: { 200: answer, ...writeProblems },
})

export const listRosters = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/rosters',
  summary: 'Whose week you may keep: for a coach those of the team, else everybody at a desk',
  responses: {
    200: {
      description: 'Everybody, by name',
      content: {
        'application/json': {
          schema: z.object({
            items: z.array(z.object({ memberId, name: z.string(), organization: z.string() })),
          }),
        },
      },
    },
    ...problems,
  },
})

export const readMemberRoster = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/members/{id}/roster',
  summary: 'The week of somebody else (coordinator, administrator, coach of the team)',
  request: { params },
  responses: { 200: answer, ...problems },
})

export const putMemberRoster = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/members/{id}/roster',
  summary: 'Keep the week of somebody else (coordinator, administrator, coach of the team)',
  request: { params, headers: ifMatch, body },
  responses: { 200: answer, ...writeProblems },
})
