import { useQuery } from '@tanstack/react-query'
import type { Project } from '../../../contract/project.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { type PartialReport, partialReportOver } from '../../../domain/report/project.ts'
import type { ProjectSearch } from '../../search.ts'
import { projectsQuery } from '../projects/projects-query.ts'

/** The partial report that a report over some days is. */
export interface ChosenPartial extends PartialReport {
  readonly projectId: Project['id']
  readonly name: string
}

/**
 * What the report over these days is a part of: of the project in the address, else of the newest one that has a partial
 * report over exactly these days. Undefined while nobody knows, and where it is a part of none.
 */
export function usePartial(period: Period, chosen: ProjectSearch['project']): ChosenPartial | undefined {
  const { data } = useQuery(projectsQuery)
  if (chosen === 'none') return undefined
  const parts = openProjects(data?.items).flatMap((project) => {
    const partial = partialReportOver(project, period)
    return partial ? [{ ...partial, projectId: project.id, name: project.name }] : []
  })
  return parts.find(({ projectId }) => projectId === chosen) ?? parts[0]
}

export const openProjects = (projects: readonly Project[] = []) =>
  projects.filter(({ isRetired }) => !isRetired)
