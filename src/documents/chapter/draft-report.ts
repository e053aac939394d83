import type { StaffLanguage } from '../../domain/language.ts'
import type { Passage, WrittenPassage } from '../../domain/report/chapter/passage.ts'
import type { ProposalSource } from '../../domain/report/proposal/statement.ts'
import { labelReader } from '../../text/label.ts'
import type { ReportSource } from '../format/report-source.ts'
import { draftPassages, draftTexts } from './draft-passage.ts'

type Draft = ProposalSource & Pick<ReportSource, 'codes' | 'openingDays'>

/** What the files of a report that is being made are made of, in one language: texts and proposals as they stand. */
export function draftReport(
  { isSensitive, earlier, ...draft }: Draft,
  written: readonly (WrittenPassage & { readonly passage: Passage })[],
  language: StaffLanguage,
): Omit<ReportSource, 'format' | 'demo' | 'standing'> {
  const words = { language, label: labelReader(draft.codes, language) }
  const drafted = draftPassages({ isSensitive, earlier, ...draft }, written, words)
  return { ...draft, language, texts: draftTexts(drafted) }
}
