import type { ReportedProject } from '../../../domain/report/project.ts'
import { formatDate } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'
import { ProjectFacts } from '../projects/project-facts.tsx'
import '../projects/projects-page.css'

/** The project that a frozen report is a part of, as it was that day. */
export const FrozenProject = ({ project }: { project: ReportedProject }) => {
  const { t, language } = useText('projects')
  const days = { from: formatDate(language, project.from), to: formatDate(language, project.to) }
  return (
    <section className="project" aria-labelledby="frozen-project">
      <header>
        <h2 id="frozen-project">{t('partialOf', { ...project.partial, name: project.name })}</h2>
        <p className="project-span">{t('days', days)}</p>
      </header>
      <ProjectFacts project={project} />
    </section>
  )
}
