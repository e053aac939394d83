import { useQuery } from '@tanstack/react-query'
import type { Project } from '../../../contract/project.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { type PartialReport, partialReportOver } from '../../../domain/report/project.ts'
import { formatDate } from '../../../text/format.ts'
import type { ProjectSearch } from '../../search.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
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

const openProjects = (projects: readonly Project[] = []) => projects.filter(({ isRetired }) => !isRetired)

interface PartialChoiceProps {
  readonly period: Period
  readonly partial: ChosenPartial | undefined
  readonly onChoose: (period: Period, project: ProjectSearch['project']) => void
}

/** The partial reports of the city's projects, by their names; nothing in a city without projects. */
export const PartialChoice = ({ period, partial, onChoose }: PartialChoiceProps) => {
  const { t, language } = useText('projects')
  const { data } = useQuery(projectsQuery)
  const offered = openProjects(data?.items).flatMap((project) =>
    project.partialReports.map((part) => ({ id: `${project.id} ${part.number}`, project, part })),
  )
  if (offered.length === 0) return null
  const select = (id: string) => {
    const found = offered.find((option) => option.id === id)
    if (found) onChoose({ from: found.part.from, to: found.part.to }, found.project.id)
    else onChoose(period, 'none')
  }
  return (
    <Select
      label={t('choice')}
      options={[
        { id: '', label: t('noPartial') },
        ...offered.map(({ id, project, part }) => ({
          id,
          group: project.name,
          label: t('partialOption', {
            number: part.number,
            of: part.of,
            from: formatDate(language, part.from),
            to: formatDate(language, part.to),
          }),
        })),
      ]}
      selected={partial ? `${partial.projectId} ${partial.number}` : ''}
      onSelect={select}
    />
  )
}
