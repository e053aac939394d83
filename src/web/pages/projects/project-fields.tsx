import type { ProjectGoal } from '../../../domain/report/project.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { emptyGoal, emptyPartner, type ProjectDraft } from './project-draft.ts'
import { RowList } from './row-list.tsx'

interface ProjectFieldsProps {
  readonly draft: ProjectDraft
  readonly onDraft: (draft: ProjectDraft) => void
}

/** Who pays, who works along, and to what end. */
export const ProjectFields = ({ draft, onDraft }: ProjectFieldsProps) => {
  const { t } = useText('projects')
  return (
    <>
      <RowList
        legend={t('funders')}
        rows={draft.funders}
        onRows={(funders) => onDraft({ ...draft, funders })}
        empty=""
        addLabel={t('form.addFunder')}
        removeLabel={(number) => t('form.removeFunder', { number })}
      >
        {(name, onName) => (
          <TextField label={t('form.funder')} maxLength={120} value={name} onChange={onName} />
        )}
      </RowList>
      <RowList
        legend={t('partners')}
        rows={draft.partners}
        onRows={(partners) => onDraft({ ...draft, partners })}
        empty={emptyPartner}
        addLabel={t('form.addPartner')}
        removeLabel={(number) => t('form.removePartner', { number })}
      >
        {(partner, onPartner) => (
          <>
            <TextField
              label={t('form.partner')}
              maxLength={120}
              value={partner.name}
              onChange={(name) => onPartner({ ...partner, name })}
            />
            <TextField
              label={t('form.role')}
              isOptional
              maxLength={200}
              value={partner.role}
              onChange={(role) => onPartner({ ...partner, role })}
            />
          </>
        )}
      </RowList>
      <RowList
        legend={t('goals')}
        hint={t('form.goalsHint')}
        rows={draft.goals}
        onRows={(goals) => onDraft({ ...draft, goals })}
        empty={emptyGoal}
        addLabel={t('form.addGoal')}
        removeLabel={(number) => t('form.removeGoal', { number })}
      >
        {(goal, onGoal, number) => <GoalFields goal={goal} onGoal={onGoal} number={number} />}
      </RowList>
    </>
  )
}

interface GoalFieldsProps {
  readonly goal: ProjectGoal
  readonly onGoal: (goal: ProjectGoal) => void
  readonly number: number
}

const GoalFields = ({ goal, onGoal, number }: GoalFieldsProps) => {
  const { t } = useText('projects')
  const field = (part: keyof ProjectGoal, maxLength: number) => ({
    label: t(`goal.${part}`),
    maxLength,
    value: goal[part],
    onChange: (words: string) => onGoal({ ...goal, [part]: words }),
  })
  return (
    <fieldset className="goal-fields" aria-label={t('form.goalNumber', { number })}>
      <TextField {...field('goal', 200)} />
      <TextField {...field('indicator', 200)} />
      <TextField {...field('target', 120)} />
      <TextField {...field('reached', 120)} isOptional />
      <TextField {...field('comment', 500)} isOptional />
    </fieldset>
  )
}
