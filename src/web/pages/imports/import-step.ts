import type { ImportDetail } from '../../../contract/import.ts'

export const importSteps = ['file', 'columns', 'values', 'trial', 'run'] as const
export type ImportStep = (typeof importSteps)[number]

/** The step at which an import stands: what somebody has to do next, or is waiting for. */
export function stepOf({ state, task, answer }: ImportDetail): ImportStep {
  switch (state) {
    case 'columns':
      return 'columns'
    case 'untried':
      // Columns are kept and their trial never began, or values were decided since.
      return answer ? 'values' : 'columns'
    case 'values':
      return 'values'
    case 'ready':
      return 'trial'
    case 'busy':
    case 'broken_off':
    case 'refused':
      if (task === 'run') return 'run'
      return answer && answer.unknown.length === 0 ? 'trial' : 'values'
    case 'done':
    case 'undone':
      return 'run'
  }
}

/** Steps to look back at: all before this one, as long as nothing is under way or done. */
export function isOpen(step: ImportStep, detail: ImportDetail): boolean {
  if (step === 'file' || step === 'run') return false
  if (['busy', 'done', 'undone'].includes(detail.state)) return false
  return importSteps.indexOf(step) <= importSteps.indexOf(stepOf(detail))
}
