import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { isWhole } from './follow-up-draft.ts'
import type { QuestionDraft, VisitDraft } from './visit-draft.ts'

export type Missing = 'theme' | 'actions' | 'outcome' | 'followUps'

/** What a question still needs before it can be saved as finished. */
export const missingOf = ({ theme, actions, outcome, followUps }: QuestionDraft): readonly Missing[] => [
  ...(theme === null ? (['theme'] as const) : []),
  ...(actions.length === 0 ? (['actions'] as const) : []),
  ...(outcome === 'not_asked' ? (['outcome'] as const) : []),
  ...(followUps.every(isWhole) ? [] : (['followUps'] as const)),
]

/** Nobody was here yet then. */
export const isToCome = (moment: string | null): boolean => moment !== null && Date.parse(moment) > Date.now()

/** A national register number stands in what was typed: it may not be kept, here neither. */
export const holdsRegisterNumber = ({ person, asked, question }: VisitDraft): boolean =>
  [
    person.neighbourhood,
    ...[...asked, question].flatMap(({ referredTo, tip, ownWords, note, followUps }) => [
      ...[referredTo, tip, ownWords, note],
      ...followUps.map(({ what }) => what),
    ]),
  ].some((text) => hasRegisterNumber(text ?? ''))

const asked = [
  'clientKind',
  'askedBy',
  'status',
  'nationality',
  'contactLanguage',
  'languageHelp',
  'origin',
] as const

/** How much of the person nobody asked. */
export const countNotAsked = ({ person }: VisitDraft): number =>
  asked.filter((field) => person[field] === 'not_asked').length + (person.firstVisit === null ? 1 : 0)
