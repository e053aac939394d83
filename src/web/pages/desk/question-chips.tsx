import { Chips } from '../../ui/chips.tsx'
import { useText } from '../../use-text.ts'
import type { QuestionPart } from './question-part.ts'

type SeveralField = 'actions' | 'barriers'

interface QuestionChipsProps extends QuestionPart {
  readonly field: SeveralField | 'outcome' | 'whoDidIt'
  readonly error?: string | undefined
}

/** A list of the city as chips: several of what was done and what stood in the way, one of the others. */
export const QuestionChips = ({ field, error, ...part }: QuestionChipsProps) => {
  const { question, onQuestion, choices, onAnswered } = part
  const { t } = useText('desk')
  const isSeveral = field === 'actions' || field === 'barriers'
  const chosen = [question[field]].flat()
  const next = (code: string, isChosen: boolean) =>
    isSeveral
      ? isChosen
        ? [...chosen, code]
        : chosen.filter((other) => other !== code)
      : isChosen
        ? code
        : 'not_asked'
  return (
    <Chips
      isSeveral={isSeveral}
      label={t(`field.${field}`)}
      chips={choices.chipsOf(field)}
      chosen={chosen}
      error={error}
      onChoose={(code, isChosen) => onQuestion({ ...question, [field]: next(code, isChosen) })}
      onAnswered={onAnswered}
    />
  )
}
