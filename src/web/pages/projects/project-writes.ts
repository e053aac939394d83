import type { Project } from '../../../contract/project.ts'
import type { ProjectContent } from '../../../domain/report/project.ts'
import { api, bodyOf, done, onVersion } from '../../api.ts'

// What the page writes. Without a version a PUT adds.

type KeptProject = ProjectContent & Pick<Project, 'id'>

export function keepProject({ id, ...content }: KeptProject, known?: number): Promise<Project> {
  const { name, from, to, funders, partners, goals, reportingMoments } = content
  const json = { name, from, to, funders, partners, goals, reportingMoments }
  const version = known === undefined ? undefined : onVersion(known)
  return bodyOf(api.projects[':id'].$put({ param: { id }, header: {}, json }, version))
}

export const removeProject = ({ id, version }: Project): Promise<void> =>
  done(api.projects[':id'].$delete({ param: { id }, header: {} }, onVersion(version)))

export const retireProject = ({ id, version }: Project): Promise<Project> =>
  bodyOf(api.projects[':id'].retirement.$put({ param: { id }, header: {} }, onVersion(version)))

export const reinstateProject = ({ id, version }: Project): Promise<Project> =>
  bodyOf(api.projects[':id'].retirement.$delete({ param: { id }, header: {} }, onVersion(version)))
