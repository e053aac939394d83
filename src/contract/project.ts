import { createRoute, z } from '@hono/zod-openapi'
import { projectId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { writtenText } from '../domain/written-text.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

const text = (most: number) => writtenText({ most })
const optionalText = (most: number) => writtenText({ least: 0, most })

export const projectContent = z.object({
  name: text(120),
  from: localDate,
  to: localDate,
  funders: z.array(text(120)).max(20).readonly(),
  partners: z
    .array(z.object({ name: text(120), role: optionalText(200) }))
    .max(40)
    .readonly(),
  goals: z
    .array(
      z.object({
        goal: text(200),
        indicator: text(200),
        target: text(120),
        reached: optionalText(120),
        comment: optionalText(500),
      }),
    )
    .max(40)
    .readonly(),
  reportingMoments: z.array(localDate).min(1).max(120).readonly().openapi({
    description: 'The last day of each partial report, in order; the last one is the last day of the project',
  }),
})

export const partialReport = z.object({
  number: z.int(),
  of: z.int(),
  from: localDate,
  to: localDate,
})

/** The project that a frozen report is a part of, as it was that day. */
export const reportedProject = projectContent
  .extend({ id: projectId, partial: partialReport.pick({ number: true, of: true }) })
  .openapi('ReportedProject')

export const project = projectContent
  .extend({
    id: projectId,
    version: z.int(),
    isRetired: z.boolean(),
    isRemovable: z.boolean().openapi({
      description:
        'Whether you may remove it: nobody may once a frozen report or a text belongs to it, then it is retired',
    }),
    partialReports: z.array(partialReport),
  })
  .openapi('Project')
export type Project = z.infer<typeof project>

const projectAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: project } },
})
const params = z.object({ id: projectId })

export const listProjects = createRoute({
  method: 'get',
  path: '/api/v1/projects',
  summary: 'Every project of the city, the newest first, retired ones too',
  responses: {
    200: {
      description: 'The projects, each with the partial reports that it owes',
      content: { 'application/json': { schema: z.object({ items: z.array(project) }) } },
    },
    ...problems,
  },
})

export const readProject = createRoute({
  method: 'get',
  path: '/api/v1/projects/{id}',
  summary: 'One project; the ETag is its version',
  request: { params },
  responses: { 200: projectAnswer('The project'), ...problems },
})

export const putProject = createRoute({
  method: 'put',
  path: '/api/v1/projects/{id}',
  summary: 'Add a project under an id of your own, or with If-Match change it (coordinator)',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: projectContent } } },
  },
  responses: { 200: projectAnswer('Changed, or as it was'), 201: projectAnswer('Added'), ...writeProblems },
})

export const removeProject = createRoute({
  method: 'delete',
  path: '/api/v1/projects/{id}',
  summary: 'Take a project away that no frozen report names (coordinator)',
  request: { params, headers: ifMatch },
  responses: { 204: { description: 'It is gone' }, ...writeProblems },
})

export const retireProject = createRoute({
  method: 'put',
  path: '/api/v1/projects/{id}/retirement',
  summary: 'Close a project: no new report becomes part of it (coordinator)',
  request: { params, headers: ifMatch },
  responses: { 200: projectAnswer('The project, closed'), ...writeProblems },
})

export const reinstateProject = createRoute({
  method: 'delete',
  path: '/api/v1/projects/{id}/retirement',
  summary: 'Open a closed project again (coordinator)',
  request: { params, headers: ifMatch },
  responses: { 200: projectAnswer('The project, open'), ...writeProblems },
})
