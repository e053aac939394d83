import type { StaffLanguage } from '../../domain/language.ts'
import { chapters } from '../../domain/report/chapter/chapter.ts'
import {
  chapterOf,
  type FrozenText,
  isFor,
  type Passage,
  passages,
  stateOf,
  type WrittenPassage,
} from '../../domain/report/chapter/passage.ts'
import { proposals } from '../../domain/report/proposal/proposal.ts'
import type { ProposalSource } from '../../domain/report/proposal/statement.ts'
import type { ReportAudience } from '../../domain/report/report-format.ts'
import { type ReportWords, say } from '../report-words.ts'
import { wordProposal } from './proposal-words.ts'

/** Every passage of a report that is being made: what somebody wrote, beside what rules propose, in words. */
export function draftPassages<Written extends WrittenPassage & { readonly passage: Passage }>(
  source: ProposalSource,
  written: readonly Written[],
  words: ReportWords,
) {
  return passages.map((passage) => {
    const saved = written.find((each) => each.passage === passage)
    const { body: proposal, sentences } = wordProposal(proposals[passage](source), words)
    return {
      ...{ passage, chapter: chapterOf(passage), ...namePassage(passage, words) },
      state: stateOf(saved, proposal !== ''),
      body: saved?.body ?? '',
      saved,
      proposal,
      sentences,
    }
  })
}

/** What a passage is called, and the number of its chapter. */
export const namePassage = (passage: Passage, words: Pick<ReportWords, 'language'>) => ({
  number: chapters[chapterOf(passage)].number,
  title: say(words, `chapter.${passage}`),
})

/** A text as it stands in a report. */
export interface ReportText {
  readonly passage: Passage
  readonly body: string
  /** Nobody has said that it is ready. */
  readonly isUnread: boolean
}

/** The texts of a frozen report in a language, for an audience. */
export const frozenTexts = (
  texts: readonly FrozenText[],
  language: StaffLanguage,
  audience: ReportAudience,
): ReportText[] =>
  texts
    .filter((text) => text.language === language && isFor(text.passage, audience))
    .map(({ passage, body }) => ({ passage, body, isUnread: false }))

/** What stands in a report that is not frozen: proposals and drafts too, marked as such. */
export const draftTexts = (
  drafted: readonly Pick<
    ReturnType<typeof draftPassages>[number],
    'passage' | 'state' | 'body' | 'proposal'
  >[],
): ReportText[] =>
  drafted.flatMap(({ passage, state, body, proposal }) => {
    const text = body === '' ? proposal : body
    return state === 'empty' || text === '' ? [] : [{ passage, body: text, isUnread: state === 'proposed' }]
  })
