import type { ClosedDay } from '../../domain/calendar/opening-day.ts'
import type { CodeListItem } from '../../domain/code-list/code-list.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import type { LocalDate, Month } from '../../domain/local-date.ts'
import type { ReportEvent } from '../../domain/report/half-year-report.ts'
import type { InsideFigures } from '../../domain/report/inside-figures.ts'
import type { ReportedProject } from '../../domain/report/project.ts'
import type { ReportFormat } from '../../domain/report/report-format.ts'
import type { ShownReport } from '../../domain/report/shown-report.ts'
import type { ReportText } from '../chapter/draft-passage.ts'
import type { Standing } from '../figures-document.ts'

/** Everything that a file of a report is made of, and nothing else: it may go to another process. */
export interface ReportSource extends Partial<InsideFigures> {
  readonly format: ReportFormat
  readonly language: StaffLanguage
  readonly report: ShownReport
  /** The words of the city, as they were when the figures were. */
  readonly codes: readonly Pick<CodeListItem, 'list' | 'code' | 'labels'>[]
  /** What happened at the desks meanwhile. */
  readonly events: readonly ReportEvent[]
  readonly demo: boolean
  readonly standing: Standing
  /** The project that it is a part of. */
  readonly project?: ReportedProject | undefined
  /** In this language and for these readers; none of the first frozen reports. */
  readonly texts?: readonly ReportText[] | undefined
  readonly openingDays?: readonly LocalDate[] | undefined
  readonly closedDays?: readonly ClosedDay[] | undefined
  /** Months whose figures are those of an earlier publication. */
  readonly keptMonths?: readonly Month[] | undefined
}
