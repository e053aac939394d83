import type { Project } from '../../../contract/project.ts'
import { addDays, type LocalDate, monthOf } from '../../../domain/local-date.ts'
import { daysOfMonth, monthsOf } from '../../../domain/report/period.ts'
import {
  checkProjectDays,
  type ProjectContent,
  type ProjectGoal,
  type ProjectPartner,
} from '../../../domain/report/project.ts'
import { newId } from '../../new-id.ts'

/** One of several in a form; the key stays with it when one before it goes. */
export interface Row<Content> {
  readonly key: string
  readonly content: Content
}

/** A project while somebody fills it in. */
export interface ProjectDraft {
  readonly id: Project['id']
  readonly name: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Where partial reports end before the last one, which ends with the project. */
  readonly moments: readonly Row<LocalDate>[]
  readonly funders: readonly Row<string>[]
  readonly partners: readonly Row<ProjectPartner>[]
  readonly goals: readonly Row<ProjectGoal>[]
}

export const rowOf = <Content>(content: Content): Row<Content> => ({ key: newId(), content })

export const emptyPartner: ProjectPartner = { name: '', role: '' }
export const emptyGoal: ProjectGoal = { goal: '', indicator: '', target: '', reached: '', comment: '' }

/** A new project runs for two years from this month on. */
export function draftOf(project: Project | undefined, today: LocalDate): ProjectDraft {
  const { from } = daysOfMonth(monthOf(today))
  return {
    // because: newId makes what the contract's id is
    id: project?.id ?? (newId() as Project['id']),
    name: project?.name ?? '',
    from: project?.from ?? from,
    to: project?.to ?? endAfter(from, 24),
    moments: (project?.reportingMoments.slice(0, -1) ?? []).map(rowOf),
    funders: (project?.funders ?? []).map(rowOf),
    partners: (project?.partners ?? []).map(rowOf),
    goals: (project?.goals ?? []).map(rowOf),
  }
}

export const contentOf = ({
  id,
  moments,
  funders,
  partners,
  goals,
  ...project
}: ProjectDraft): ProjectContent & Pick<Project, 'id'> => ({
  id,
  ...project,
  funders: contentsOf(funders),
  partners: contentsOf(partners),
  goals: contentsOf(goals),
  reportingMoments: [...contentsOf(moments), project.to],
})

const contentsOf = <Content>(rows: readonly Row<Content>[]): Content[] => rows.map(({ content }) => content)

const faults = {
  period_invalid: 'wrong.order',
  period_too_long: 'wrong.long',
  project_not_months: 'wrong.months',
  project_moments: 'wrong.moments',
} as const

/** What is wrong with its days, as the name of a sentence. */
export function faultOf(draft: ProjectDraft) {
  const refusal = checkProjectDays(contentOf(draft))
  // because: checkProjectDays refuses with these four codes
  return refusal && faults[refusal.code as keyof typeof faults]
}

/**
 * Where one more partial report would end: half a year after the one before, or halfway when the project is then over.
 * Undefined when no whole month is left to part.
 */
export function nextMoment({ from, to, moments }: ProjectDraft): LocalDate | undefined {
  const last = moments.at(-1)?.content
  const begin = last ? addDays(last, 1) : from
  const left = to > begin ? monthsOf({ from: begin, to }).length : 0
  return left < 2 ? undefined : endAfter(begin, left > 6 ? 6 : Math.floor(left / 2))
}

/** The last day of so many months from the month of this day on. */
function endAfter(day: LocalDate, months: number): LocalDate {
  const month = monthsOf({ from: day, to: addDays(day, months * 31) })[months - 1]
  return daysOfMonth(month ?? monthOf(day)).to
}
