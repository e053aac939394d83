import { BriefcaseIcon } from '@phosphor-icons/react/dist/csr/Briefcase'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { Project } from '../../../contract/project.ts'
import { later } from '../../lazy-part.tsx'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ReportParts } from '../reports/report-parts.tsx'
import { ProjectCard, type ProjectCardProps } from './project-card.tsx'
import { projectsQuery } from './projects-query.ts'
import './projects-page.css'

// Its days are typed, which weighs 20 kB: the form travels when somebody asks for it.
const ProjectForm = later(() =>
  import('./project-form.tsx').then((module) => ({ default: module.ProjectForm })),
)

const addButton = 'add-project'

export const ProjectsPage = () => {
  const { t } = useText('projects')
  const { data: session } = useQuery(sessionQuery)
  const rights = session?.rights ?? []
  const { editing, edit, add, close } = useEditing()
  if (!rights.includes('projects.read'))
    return (
      <Page title={t('title')}>
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('closed')}</p>
        </Notice>
      </Page>
    )
  const mayAdd = rights.includes('projects.change') && !editing
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayAdd ? (
          <Button id={addButton} look="primary" icon={<PlusIcon aria-hidden size={20} />} onPress={add}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      {rights.includes('reports.live') ? <ReportParts /> : null}
      {editing ? (
        <Suspense fallback={<LoadingState sentence={t('state.loading')} />}>
          <ProjectForm project={editing.project} onClose={close} />
        </Suspense>
      ) : (
        <ProjectList rights={rights} onEdit={edit} />
      )}
    </Page>
  )
}

/** What is in the form, if anything. Whoever leaves it goes on at the button that opened it. */
function useEditing() {
  const [editing, setEditing] = useState<{ readonly project: Project | undefined }>()
  const opener = useRef<string>(undefined)
  useEffect(() => {
    if (!editing && opener.current) document.getElementById(opener.current)?.focus()
  }, [editing])
  const begin = (project: Project | undefined) => {
    opener.current = project ? `edit-${project.id}` : addButton
    setEditing({ project })
  }
  return { editing, edit: begin, add: () => begin(undefined), close: () => setEditing(undefined) }
}

const ProjectList = ({ rights, onEdit }: Omit<ProjectCardProps, 'project'>) => {
  const { t } = useText('projects')
  const { data, error, refetch } = useQuery(projectsQuery)
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  const open = data.items.filter(({ isRetired }) => !isRetired)
  const retired = data.items.filter(({ isRetired }) => isRetired)
  const card = (project: Project) => (
    <ProjectCard key={project.id} project={project} rights={rights} onEdit={onEdit} />
  )
  return (
    <>
      {open.length === 0 ? (
        <EmptyState title={t('none')} icon={<BriefcaseIcon aria-hidden size={48} />}>
          <p>{rights.includes('projects.change') ? t('noneLead') : t('noneToRead')}</p>
        </EmptyState>
      ) : null}
      {open.map(card)}
      {retired.length > 0 ? (
        <Disclosure label={t('retired', { number: retired.length })}>{retired.map(card)}</Disclosure>
      ) : null}
    </>
  )
}
