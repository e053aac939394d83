import { reportFile } from '../../src/documents/format/report-file.ts'
import type { ReportSource } from '../../src/documents/format/report-source.ts'
import { localDate } from '../../src/domain/local-date.ts'
import type { ReportFormat } from '../../src/domain/report/report-format.ts'
import type { ShownReport } from '../../src/domain/report/shown-report.ts'
import { hideSmall } from '../../src/domain/report/suppression/public-report.ts'
import { oostdijkCodes, oostdijkReport } from './oostdijk-report.ts'

/** The report of Oostdijk as a file, for its coordinator and in Dutch unless a test says otherwise. */
export const fileOf = (format: ReportFormat, changes: Partial<ReportSource> = {}) =>
  reportFile({
    ...{ format, language: 'nl', report: oostdijkReport(), codes: oostdijkCodes, events: [], demo: false },
    standing: { audience: 'coordinator', on: localDate.parse('2024-06-03'), checksum: null },
    ...changes,
  })

/** The same report as everybody sees it, with a few lines hidden. */
export const oostdijkForEverybody = (): ShownReport =>
  hideSmall(oostdijkReport(), {
    months: [],
    hidden: { clientKinds: ['group', 'not_asked'], outcomes: ['no_offer'], months: ['2024-05'] },
  })
