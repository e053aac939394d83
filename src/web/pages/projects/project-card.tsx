import { Link } from '@tanstack/react-router'
import type { Project } from '../../../contract/project.ts'
import { formatDate } from '../../../text/format.ts'
import { paths } from '../../paths.ts'
import { useSaving } from '../../shell/use-saving.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { ProjectFacts } from './project-facts.tsx'
import { keepProject, reinstateProject, removeProject, retireProject } from './project-writes.ts'
import { useRefreshProjects } from './projects-query.ts'

export interface ProjectCardProps {
  readonly project: Project
  /** The rights of whoever looks. */
  readonly rights: readonly string[]
  readonly onEdit: (project: Project) => void
}

/** A project as it stands: its days, its partial reports, who and what for. */
export const ProjectCard = ({ project, rights, onEdit }: ProjectCardProps) => {
  const { t, language } = useText('projects')
  const id = `project-${project.id}`
  const spanOf = ({ from, to }: Pick<Project, 'from' | 'to'>) =>
    t('days', { from: formatDate(language, from), to: formatDate(language, to) })
  return (
    <section className="project" aria-labelledby={id}>
      <header className="project-heading">
        <div>
          <h2 id={id}>{project.name}</h2>
          <p>{spanOf(project)}</p>
        </div>
        {rights.includes('projects.change') ? <ProjectActions project={project} onEdit={onEdit} /> : null}
      </header>
      <ProjectFacts project={project} />
      <h3>{t('partials')}</h3>
      <ol className="project-partials">
        {project.partialReports.map((partial) => (
          <li key={partial.number}>
            {rights.includes('reports.live') && !project.isRetired ? (
              <Link
                to={paths.reports}
                search={{ from: partial.from, to: partial.to, project: project.id }}
                className="link"
              >
                {t('partial', partial)}
              </Link>
            ) : (
              <span>{t('partial', partial)}</span>
            )}
            <span className="project-span">{spanOf(partial)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const ProjectActions = ({ project, onEdit }: Pick<ProjectCardProps, 'project' | 'onEdit'>) => {
  const { t } = useText('projects')
  const { save, isBusy, failure } = useSaving(() => undefined, useRefreshProjects())
  const { name } = project
  const retire = async () => {
    const retired = await retireProject(project)
    return { sentence: t('isRetired', { name }), undo: () => reinstateProject(retired) }
  }
  const reinstate = async () => {
    const open = await reinstateProject(project)
    return { sentence: t('isOpen', { name }), undo: () => retireProject(open) }
  }
  const remove = async () => {
    await removeProject(project)
    return { sentence: t('isRemoved', { name }), undo: () => keepProject(project) }
  }
  return (
    <div className="project-actions no-print">
      <Button id={`edit-${project.id}`} onPress={() => onEdit(project)}>
        {t('edit')}
      </Button>
      <Button isPending={isBusy} onPress={() => void save(project.isRetired ? reinstate : retire)}>
        {project.isRetired ? t('reinstate') : t('retire')}
      </Button>
      {project.isRemovable ? (
        <Button isPending={isBusy} onPress={() => void save(remove)}>
          {t('remove')}
        </Button>
      ) : null}
      {failure ? (
        <p className="field-error" role="alert">
          {failure}
        </p>
      ) : null}
    </div>
  )
}
