import type { OwnButton } from './own-button-query.ts'
import type { DeskChoices } from './use-desk-choices.ts'
import type { QuestionDraft } from './visit-draft.ts'

type Held = Omit<OwnButton, 'id' | 'name'>

/** What a button holds, as far as it can still be chosen. */
function offered({ theme, subTheme, actions, outcome, whoDidIt }: Held, choices: DeskChoices) {
  const isOffered = (field: 'actions' | 'outcome' | 'whoDidIt', code: string) =>
    choices.chipsOf(field).some(({ id }) => id === code)
  return {
    theme: choices.themes.some(({ id }) => id === theme) ? theme : null,
    subTheme: choices.subThemesOf(theme).some(({ id }) => id === subTheme) ? subTheme : null,
    actions: actions.filter((code) => isOffered('actions', code)),
    outcome: isOffered('outcome', outcome) ? outcome : 'not_asked',
    whoDidIt: isOffered('whoDidIt', whoDidIt) ? whoDidIt : 'not_asked',
  }
}

/** The question as it is after a press on the button: whatever else was noted stays. */
export const pressed = (question: QuestionDraft, button: Held, choices: DeskChoices): QuestionDraft => ({
  ...question,
  ...offered(button, choices),
})

export const isPressed = (question: QuestionDraft, button: Held, choices: DeskChoices): boolean =>
  question.theme !== null && JSON.stringify(question) === JSON.stringify(pressed(question, button, choices))

/** What of a question a button can hold; null as long as it says too little. */
export const heldBy = ({ theme, subTheme, actions, outcome, whoDidIt }: QuestionDraft): Held | null =>
  theme === null || actions.length === 0
    ? null
    : { theme, subTheme, actions: [...actions], outcome, whoDidIt }
