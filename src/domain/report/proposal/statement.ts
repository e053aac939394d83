import type { ClosedDay } from '../../calendar/opening-day.ts'
import type { LocalDate, Month } from '../../local-date.ts'
import type { Earlier } from '../comparison.ts'
import type { HalfYearReport, ReportEvent, Share } from '../half-year-report.ts'
import type { InsideFigures } from '../inside-figures.ts'
import type { ReportedProject } from '../project.ts'

/** What fills a gap of a sentence; each language writes it in its own way. */
export type Value =
  | { readonly requests: number }
  | { readonly days: number }
  | { readonly number: number }
  /** One decimal. */
  | { readonly average: number }
  /** A whole percentage of something that was counted `requests` times. */
  | { readonly percent: number; readonly requests: number }
  | { readonly date: LocalDate }
  | { readonly month: Month }
  | { readonly label: Label }
  /** What somebody wrote: a name, a title. */
  | { readonly text: string }
  /** Answers, each with its count. */
  | { readonly counted: readonly (Share & { readonly field: string })[] }
  /** Reasons, each with its number of days. */
  | { readonly reasons: readonly { readonly name: string; readonly days: number }[] }

/** A code of a field of the report; without a code the field itself. */
export interface Label {
  readonly field: string
  readonly code?: string
}

/** What a sentence says is so because of this. */
export type Source =
  | { readonly kind: 'figure'; readonly field: string; readonly code?: string }
  | { readonly kind: 'event'; readonly event: ReportEvent }
  | { readonly kind: 'goal'; readonly goal: string }
  | { readonly kind: 'comparison'; readonly earlier: Earlier; readonly field: string; readonly code?: string }

/** One sentence, without a word of any language. */
export interface Statement {
  /** Of the sentence in text/<language>/proposal.json. */
  readonly key: string
  readonly values: Readonly<Record<string, Value>>
  readonly sources: readonly Source[]
}

/** Sentences that follow each other; `isItem`: one of a list. */
export interface StatementGroup {
  readonly isItem: boolean
  readonly statements: readonly Statement[]
}

/** Everything that rules may say something of. */
export interface ProposalSource extends InsideFigures {
  readonly report: HalfYearReport
  readonly events: readonly ReportEvent[]
  readonly closedDays: readonly ClosedDay[]
  readonly earlier: Readonly<Record<Earlier, HalfYearReport>>
  readonly project?: ReportedProject | undefined
  /** Codes that a sentence never names: they are figures only. */
  readonly isSensitive: (field: string, code: string) => boolean
}

export const figure = (field: string, code?: string): Source => ({
  kind: 'figure',
  field,
  ...(code === undefined ? {} : { code }),
})

export const state = (key: string, values: Statement['values'], sources: readonly Source[]): Statement => ({
  key,
  values,
  sources,
})

/** A paragraph of what there is to say; none where there is nothing. */
export function paragraph(...statements: readonly (Statement | undefined)[]): StatementGroup[] {
  const said = statements.filter((each) => each !== undefined)
  return said.length === 0 ? [] : [{ isItem: false, statements: said }]
}

/** A list under a line that says what it is a list of. */
export const listUnder = (lead: Statement, statements: readonly Statement[]): StatementGroup[] =>
  statements.length === 0
    ? []
    : [
        { isItem: false, statements: [lead] },
        ...statements.map((each) => ({ isItem: true, statements: [each] })),
      ]
