import type { StaffLanguage } from '../../domain/language.ts'
import type { FrozenText, Passage, WrittenPassage } from '../../domain/report/chapter/passage.ts'
import { insideFigures } from '../../domain/report/inside-figures.ts'
import type { ProposalSource } from '../../domain/report/proposal/statement.ts'
import type { ReportAudience } from '../../domain/report/report-format.ts'
import { labelReader } from '../../text/label.ts'
import type { ReportSource } from '../format/report-source.ts'
import { draftPassages, draftTexts, frozenTexts } from './draft-passage.ts'

type Content = Omit<ReportSource, 'format' | 'demo' | 'standing'>
type Draft = ProposalSource & Pick<ReportSource, 'codes' | 'openingDays'>

/** What the files of a report that is being made are made of, in one language: texts and proposals as they stand. */
export function draftReport(
  { isSensitive, earlier, ...draft }: Draft,
  written: readonly (WrittenPassage & { readonly passage: Passage })[],
  language: StaffLanguage,
): Content {
  const words = { language, label: labelReader(draft.codes, language) }
  const drafted = draftPassages({ isSensitive, earlier, ...draft }, written, words)
  return { ...draft, language, texts: draftTexts(drafted) }
}

export type FrozenContent = Omit<Content, 'language' | 'texts'> & {
  readonly texts?: readonly FrozenText[] | undefined
}

/** What the files of a frozen or a published report are made of, in one language, and nothing else that it keeps. */
export const frozenReport = (
  frozen: FrozenContent,
  language: StaffLanguage,
  audience: ReportAudience,
): Content => {
  const { report, codes, events, project, keptMonths, openingDays, closedDays } = frozen
  return {
    ...{ report, codes, events, project, keptMonths, openingDays, closedDays, language },
    ...insideFigures(frozen),
    texts: frozenTexts(frozen.texts ?? [], language, audience),
  }
}
