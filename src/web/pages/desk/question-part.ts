import type { DeskChoices } from './use-desk-choices.ts'
import type { QuestionDraft } from './visit-draft.ts'

/** What every field of a question is given. */
export interface QuestionPart {
  readonly question: QuestionDraft
  readonly onQuestion: (question: QuestionDraft) => void
  readonly choices: DeskChoices
  readonly onAnswered: () => void
}
