import { lazyPart } from '../../lazy-part.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import { FollowUps } from './follow-ups.tsx'
import { QuestionChips } from './question-chips.tsx'
import { isWalkedAlong, QuestionMinutes } from './question-minutes.tsx'
import type { QuestionPart } from './question-part.ts'
import { ThemeIcon } from './theme-icon.tsx'
import type { Missing } from './visit-missing.ts'

const QuestionMore = lazyPart(async () => (await import('./question-more.tsx')).QuestionMore, 'typed')

/** One question: the theme, what the guide did, and what came of it; the rest one press away. */
export const QuestionFields = ({ missing, ...part }: QuestionPart & { missing: readonly Missing[] }) => {
  const { question, onQuestion, choices, onAnswered } = part
  const { t } = useText('desk')
  // What is missing is said once somebody wanted to save.
  const error = (field: Exclude<Missing, 'followUps'>) =>
    missing.includes(field) ? t(`missing.${field}`) : undefined
  const subThemes = choices.subThemesOf(question.theme)
  return (
    <>
      <Chips
        look="tiles"
        label={t('field.theme')}
        chips={choices.themes.map((chip) => ({ ...chip, icon: <ThemeIcon theme={chip.id} /> }))}
        chosen={question.theme === null ? [] : [question.theme]}
        error={error('theme')}
        onChoose={(theme, isChosen) =>
          onQuestion({ ...question, theme: isChosen ? theme : null, subTheme: null })
        }
        onAnswered={onAnswered}
      />
      {subThemes.length > 0 ? (
        <Chips
          label={t('field.subTheme')}
          chips={subThemes}
          chosen={question.subTheme === null ? [] : [question.subTheme]}
          onChoose={(subTheme, isChosen) => onQuestion({ ...question, subTheme: isChosen ? subTheme : null })}
          onAnswered={onAnswered}
        />
      ) : null}
      <QuestionChips {...part} field="actions" error={error('actions')} />
      <QuestionChips {...part} field="outcome" error={error('outcome')} />
      <QuestionChips {...part} field="whoDidIt" />
      {isWalkedAlong(part) ? <QuestionMinutes {...part} /> : null}
      <FollowUps {...part} isChecked={missing.includes('followUps')} />
      <Disclosure label={t('moreQuestion')}>{() => <QuestionMore {...part} />}</Disclosure>
    </>
  )
}
