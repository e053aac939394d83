import { formatNumber } from '../../../text/format.ts'
import { Chips } from '../../ui/chips.tsx'
import { useText } from '../../use-text.ts'
import type { QuestionPart } from './question-part.ts'

const usualMinutes = [5, 10, 15, 30, 60]

/** Never measured by a clock. */
export const QuestionMinutes = ({ question, onQuestion, onAnswered }: QuestionPart) => {
  const { t, language } = useText('desk')
  return (
    <Chips
      label={t('field.minutes')}
      chips={usualMinutes.map((minutes) => ({
        id: String(minutes),
        label: formatNumber(language, minutes),
      }))}
      chosen={[String(question.minutes)]}
      onChoose={(minutes, isChosen) =>
        onQuestion({ ...question, minutes: isChosen ? Number(minutes) : null })
      }
      onAnswered={onAnswered}
    />
  )
}

/** Whoever walked along says how long that took: so it is asked in sight. */
export const isWalkedAlong = ({ question }: QuestionPart): boolean => question.actions.includes('accompany')
