import type { ProjectId } from '../id.ts'
import { hasRegisterNumber } from '../import/register-number.ts'
import { addDays, type LocalDate, monthOf } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Period } from './half-year-report.ts'
import { checkPeriod } from './period.ts'

export interface ProjectPartner {
  readonly name: string
  /** Empty: nobody wrote it down. */
  readonly role: string
}

export interface ProjectGoal {
  readonly goal: string
  readonly indicator: string
  readonly target: string
  /** What is reached by now, and what there is to say of it; empty as long as nobody did. */
  readonly reached: string
  readonly comment: string
}

/** Who pays for the work, for how long, with whom and to what end. */
export interface ProjectContent extends Period {
  readonly name: string
  readonly funders: readonly string[]
  readonly partners: readonly ProjectPartner[]
  readonly goals: readonly ProjectGoal[]
  /** The last day of each partial report, in order; the last one ends with the project. */
  readonly reportingMoments: readonly LocalDate[]
}

/** "Deelrapport 1 van 4" */
export interface PartialReport extends Period {
  readonly number: number
  readonly of: number
}

/** A project as it was when one of its partial reports was made. */
export interface ReportedProject extends ProjectContent {
  readonly id: ProjectId
  readonly partial: Pick<PartialReport, 'number' | 'of'>
}

/** The reports that a project owes: together they cover each of its days once. */
export const partialReportsOf = ({
  from,
  reportingMoments,
}: Pick<ProjectContent, 'from' | 'reportingMoments'>): PartialReport[] =>
  reportingMoments.map((to, before) => {
    const ended = reportingMoments[before - 1]
    return { number: before + 1, of: reportingMoments.length, from: ended ? addDays(ended, 1) : from, to }
  })

/** The partial report of a project over exactly these days. */
export const partialReportOver = (
  project: Pick<ProjectContent, 'from' | 'reportingMoments'>,
  { from, to }: Period,
): PartialReport | undefined =>
  partialReportsOf(project).find((partial) => partial.from === from && partial.to === to)

type ProjectDays = Pick<ProjectContent, 'from' | 'to' | 'reportingMoments'>

/**
 * Refuses what no report may cover, a project or partial report that cuts a month, because no report that does can be
 * frozen (`project_not_months`), and moments that are out of order or do not end with the project (`project_moments`).
 */
export function checkProjectDays({ from, to, reportingMoments }: ProjectDays): Refusal | undefined {
  const refusal = checkPeriod({ from, to })
  if (refusal) return refusal
  const endsMonth = (day: LocalDate) => monthOf(addDays(day, 1)) !== monthOf(day)
  if (!from.endsWith('-01') || ![to, ...reportingMoments].every(endsMonth))
    return refuse('project_not_months')
  const isOrdered = [from, ...reportingMoments].every(
    (day, place, days) => place === 0 || day > (days[place - 1] ?? day),
  )
  return isOrdered && reportingMoments.at(-1) === to ? undefined : refuse('project_moments')
}

/** A project stands on paper: refuses a national register number in any of its words (`register_number`). */
export const checkProjectWords = ({ name, funders, partners, goals }: ProjectContent): Refusal | undefined =>
  [name, ...funders, ...[...partners, ...goals].flatMap((each) => Object.values<string>({ ...each }))].some(
    hasRegisterNumber,
  )
    ? refuse('register_number')
    : undefined
