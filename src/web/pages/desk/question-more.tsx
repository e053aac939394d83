import { type ComponentType, Suspense } from 'react'
import { withoutIdlePermission } from '../../../domain/request/own-words.ts'
import { mostCharacters } from '../../../domain/request/request-field.ts'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { TypedField } from '../../typed-field.tsx'
import { Chips } from '../../ui/chips.tsx'
import { useText } from '../../use-text.ts'
import type { NoteFieldProps } from '../note/note-field.tsx'
import { QuestionChips } from './question-chips.tsx'
import { isWalkedAlong, QuestionMinutes } from './question-minutes.tsx'
import type { QuestionPart } from './question-part.ts'

// Without a network it may not come: the rest can still be noted.
const NoteField = later(
  (): Promise<{ default: ComponentType<NoteFieldProps> }> =>
    Promise.all([import('../note/note-field.tsx'), openCatalogue('coaching')]).then(
      ([module]) => ({ default: module.NoteField }),
      () => ({ default: () => null }),
    ),
)

/** What is worth noting of some questions. */
export const QuestionMore = (part: QuestionPart) => {
  const { question, onQuestion, onAnswered } = part
  const { t } = useText('desk')
  const { t: ofTyped } = useText('typed')
  return (
    <div className="visit-more">
      <QuestionChips {...part} field="barriers" />
      {isWalkedAlong(part) ? null : <QuestionMinutes {...part} />}
      <TypedField
        label={ofTyped('referredTo')}
        maxLength={mostCharacters.referredTo}
        value={question.referredTo}
        onChange={(text) => onQuestion({ ...question, referredTo: text })}
      />
      <TypedField
        label={ofTyped('tip')}
        hint={ofTyped('tipHint')}
        maxLength={mostCharacters.tip}
        value={question.tip}
        onChange={(text) => onQuestion({ ...question, tip: text })}
      />
      <TypedField
        isLong
        label={ofTyped('ownWords')}
        hint={ofTyped('ownWordsHint')}
        maxLength={mostCharacters.ownWords}
        value={question.ownWords}
        onChange={(text) => onQuestion(withoutIdlePermission({ ...question, ownWords: text }))}
      />
      {question.ownWords ? (
        <Chips
          label={ofTyped('mayQuote')}
          chips={[
            { id: 'yes', label: t('yes') },
            { id: 'no', label: t('no') },
          ]}
          chosen={question.mayQuote === null ? [] : [question.mayQuote ? 'yes' : 'no']}
          onChoose={(id, isChosen) => onQuestion({ ...question, mayQuote: isChosen ? id === 'yes' : null })}
          onAnswered={onAnswered}
        />
      ) : null}
      <Suspense>
        <NoteField value={question.note} onChange={(note) => onQuestion({ ...question, note })} />
      </Suspense>
    </div>
  )
}
