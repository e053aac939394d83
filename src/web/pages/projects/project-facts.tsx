import type { ProjectContent, ProjectGoal } from '../../../domain/report/project.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { useText } from '../../use-text.ts'

const goalParts = ['goal', 'indicator', 'target', 'reached', 'comment'] as const

/** Who pays for a project, who works along, and how far its goals are. */
export const ProjectFacts = ({ project }: { project: ProjectContent }) => {
  const { t } = useText('projects')
  const partners = project.partners.map(({ name, role }) =>
    role === '' ? name : t('partner', { name, role }),
  )
  return (
    <>
      <dl className="project-facts">
        <Fact name={t('funders')} values={project.funders} />
        <Fact name={t('partners')} values={partners} />
      </dl>
      {project.goals.length > 0 ? (
        <DataTable
          caption={t('goalsOf', { name: project.name })}
          stacks
          columns={goalParts.map((part) => ({
            id: part,
            heading: t(`goal.${part}`),
            cell: (goal: ProjectGoal) => goal[part] || t('nothing'),
          }))}
          rows={project.goals}
          keyOf={(_, position) => String(position)}
        />
      ) : null}
    </>
  )
}

const Fact = ({ name, values }: { name: string; values: readonly string[] }) =>
  values.length === 0 ? null : (
    <div>
      <dt>{name}</dt>
      {values.map((value) => (
        <dd key={value}>{value}</dd>
      ))}
    </div>
  )
