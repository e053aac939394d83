import { useEffect, useRef, useState } from 'react'
import type { Project } from '../../../contract/project.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { LeaveGuard } from '../../shell/leave-guard.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { Button } from '../../ui/button.tsx'
import { FormBar } from '../../ui/form-bar.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { ProjectDays } from './project-days.tsx'
import { contentOf, draftOf, faultOf } from './project-draft.ts'
import { ProjectFields } from './project-fields.tsx'
import { keepProject, removeProject } from './project-writes.ts'
import { useRefreshProjects } from './projects-query.ts'

interface ProjectFormProps {
  /** What is changed, as it was when somebody began; undefined = a new project. */
  readonly project: Project | undefined
  readonly onClose: () => void
}

export const ProjectForm = ({ project, onClose }: ProjectFormProps) => {
  const { t } = useText('projects')
  const today = useToday()
  const [begun] = useState(() => draftOf(project, today))
  const [draft, setDraft] = useState(begun)
  const [isLeaving, setLeaving] = useState(false)
  const { save, isBusy, failure } = useSaving(onClose, useRefreshProjects())
  const form = useFirstField()
  const isChanged = JSON.stringify(draft) !== JSON.stringify(begun)
  const leave = () => (isChanged ? setLeaving(true) : onClose())
  const keep = () => {
    if (faultOf(draft)) return form.current?.querySelector<HTMLElement>('[role=alert]')?.focus()
    return save(async () => {
      const kept = await keepProject(contentOf(draft), project?.version)
      const undo = () => (project ? keepProject(project, kept.version) : removeProject(kept))
      return { sentence: t('kept', { name: kept.name }), undo }
    })
  }
  return (
    <form
      ref={form}
      className="project-form"
      aria-label={project ? t('form.editTitle', { name: project.name }) : t('form.addTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <h2>{project ? t('form.editTitle', { name: project.name }) : t('form.addTitle')}</h2>
      <TextField
        label={t('form.name')}
        maxLength={120}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <ProjectDays draft={draft} onDraft={setDraft} />
      <ProjectFields draft={draft} onDraft={setDraft} />
      <FormBar>
        <FailureNotice failure={failure} />
        <Button onPress={leave}>{t('action.cancel')}</Button>
        <Button look="primary" type="submit" isPending={isBusy}>
          {isBusy ? t('action.saving') : t('action.save')}
        </Button>
      </FormBar>
      <LeaveGuard
        isChanged={isChanged}
        isLeaving={isLeaving}
        onStay={() => setLeaving(false)}
        onLeave={onClose}
      />
    </form>
  )
}

/** Whoever opens the form begins in it. */
function useFirstField() {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return form
}
