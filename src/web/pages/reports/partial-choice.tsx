import { useQuery } from '@tanstack/react-query'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { formatDate } from '../../../text/format.ts'
import type { ProjectSearch } from '../../search.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { projectsQuery } from '../projects/projects-query.ts'
import { type ChosenPartial, openProjects } from './use-partial.ts'

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
