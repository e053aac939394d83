import type { CardSheet } from '../../documents/card/card-sheet-pdf.ts'
import type { ReportSource } from '../../documents/format/report-source.ts'
import type { ChapterPlace } from '../../documents/report-pages.ts'
import type { CityId } from '../../domain/id.ts'

/** What the process that makes reports is asked, and what it makes of it. */
export interface ReportWorks {
  readonly file: { readonly asked: ReportSource; readonly made: Uint8Array }
  readonly pages: { readonly asked: PagesAsked; readonly made: PageList }
  /** Undefined when it is kept no longer. */
  readonly page: { readonly asked: PageAsked; readonly made: string | undefined }
  readonly cards: { readonly asked: CardSheet; readonly made: Uint8Array }
}

export interface PagesAsked {
  readonly cityId: CityId
  readonly source: Omit<ReportSource, 'format'>
}

export interface PageAsked {
  readonly cityId: CityId
  readonly digest: string
}

/** The pages of a report, each by its digest: a page that stays the same keeps its own. */
export interface PageList {
  readonly digests: readonly string[]
  /** In points; every page has the same. */
  readonly width: number
  readonly height: number
  readonly chapters: readonly ChapterPlace[]
}

export type WorkKind = keyof ReportWorks

export interface Task<Kind extends WorkKind = WorkKind> {
  readonly id: number
  readonly kind: Kind
  readonly asked: ReportWorks[Kind]['asked']
}

export type TaskAnswer =
  | { readonly id: number; readonly made: ReportWorks[WorkKind]['made'] }
  | { readonly id: number; readonly error: Error }
