import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  listProjects as listProjectsRoute,
  type Project,
  putProject as putProjectRoute,
  readProject,
  reinstateProject,
  removeProject as removeProjectRoute,
  retireProject as retireProjectRoute,
} from '../contract/project.ts'
import { asActor } from '../db/as-actor.ts'
import {
  findProject,
  listProjects,
  type ProjectRecord,
  putProject,
  removeProject,
  retireProject,
} from '../db/report/project-store.ts'
import type { ProjectId } from '../domain/id.ts'
import { hasRight } from '../domain/people/right.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import { checkProjectDays, checkProjectWords, partialReportsOf } from '../domain/report/project.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'
import { etagOf, readVersion, versionOrNew } from './version.ts'

const mayRead = [signedIn, requireRight('projects.read')]
const mayChange = [signedIn, requireRight('projects.change')]

export const projectRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listProjectsRoute, middleware: mayRead }, async (c) => {
    const projects = await asActor(c.var.services.db, actorOf(c.var.signedIn), listProjects)
    return c.json({ items: projects.map((project) => answer(c, project)) }, 200)
  })
  .openapi({ ...readProject, middleware: mayRead }, async (c) => {
    const { id } = c.req.valid('param')
    const found = await asActor(c.var.services.db, actorOf(c.var.signedIn), (tx) => findProject(tx, id))
    return c.json(withEtag(c, orProblem(found ?? refuse('not_found'))), 200)
  })
  .openapi({ ...putProjectRoute, middleware: mayChange }, async (c) => {
    const { id } = c.req.valid('param')
    const content = c.req.valid('json')
    const version = versionOrNew(c)
    orProblem(checkProjectDays(content) ?? checkProjectWords(content))
    const actor = actorOf(c.var.signedIn)
    const { project, isNew } = orProblem(
      await asActor(c.var.services.db, actor, (tx) => putProject(tx, actor, id, content, version)),
    )
    return c.json(withEtag(c, project), isNew ? 201 : 200)
  })
  .openapi({ ...removeProjectRoute, middleware: mayChange }, async (c) => {
    const { id } = c.req.valid('param')
    const version = readVersion(c)
    const actor = actorOf(c.var.signedIn)
    orProblem(await asActor(c.var.services.db, actor, (tx) => removeProject(tx, actor, id, version)))
    return c.body(null, 204)
  })
  .openapi({ ...retireProjectRoute, middleware: mayChange }, async (c) =>
    c.json(await retire(c, c.req.valid('param').id, c.var.services.now()), 200),
  )
  .openapi({ ...reinstateProject, middleware: mayChange }, async (c) =>
    c.json(await retire(c, c.req.valid('param').id, null), 200),
  )

async function retire(c: Context<RequestEnv>, id: ProjectId, at: Date | null): Promise<Project> {
  const version = readVersion(c)
  const actor = actorOf(c.var.signedIn)
  return withEtag(
    c,
    orProblem(await asActor(c.var.services.db, actor, (tx) => retireProject(tx, actor, id, { version, at }))),
  )
}

function withEtag(c: Context<RequestEnv>, project: ProjectRecord): Project {
  c.header('etag', etagOf(project.version))
  return answer(c, project)
}

const answer = (c: Context<RequestEnv>, { isReported, ...project }: ProjectRecord): Project => ({
  ...project,
  isRemovable: !isReported && hasRight(c.var.signedIn.member.roles, 'projects.change'),
  partialReports: partialReportsOf(project),
})
