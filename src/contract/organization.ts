import { createRoute, z } from '@hono/zod-openapi'
import { organizationId } from '../domain/id.ts'
import { personName } from '../domain/people/member.ts'
import { organizationKind as kind } from '../domain/people/organization.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

export const organization = z
  .object({
    id: organizationId,
    name: z.string(),
    kind,
    /** Its members who are not shut out. */
    people: z.int(),
    version: z.int(),
  })
  .openapi('Organization')

export type OrganizationAnswer = z.infer<typeof organization>

const json = { 'application/json': { schema: organization } }

export const listOrganizations = createRoute({
  method: 'get',
  path: '/api/v1/organizations',
  summary: 'The organisations that work together in this city, by name',
  responses: {
    200: {
      description: 'The organisations',
      content: { 'application/json': { schema: z.object({ items: z.array(organization) }) } },
    },
    ...problems,
  },
})

export const addOrganization = createRoute({
  method: 'post',
  path: '/api/v1/organizations',
  summary: 'Add an organisation',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ id: organizationId, name: personName, kind }) } },
    },
  },
  responses: {
    200: { description: 'It was there already, the same', content: json },
    201: { description: 'Added', content: json },
    ...problems,
    409: writeProblems[409],
  },
})

export const changeOrganization = createRoute({
  method: 'patch',
  path: '/api/v1/organizations/{id}',
  summary: 'Rename an organisation or correct its kind',
  request: {
    params: z.object({ id: organizationId }),
    headers: ifMatch,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ name: personName, kind }) } },
    },
  },
  responses: { 200: { description: 'As it is now', content: json }, ...writeProblems },
})
