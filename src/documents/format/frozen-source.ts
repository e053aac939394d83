import type { City } from '../../domain/city.ts'
import type { ReportAudience } from '../../domain/report/report-format.ts'
import { localDateIn } from '../../text/format.ts'
import { type FrozenContent, frozenReport } from '../chapter/draft-report.ts'
import type { ReportSource } from './report-source.ts'

type Frozen = FrozenContent & { readonly at: string; readonly checksum: string }

/** A frozen report as an audience sees it, as the source of a file. */
export const frozenSource = (
  { at, checksum, ...frozen }: Frozen,
  { timeZone, isDemo }: City,
  {
    format,
    language,
    audience,
  }: Pick<ReportSource, 'format' | 'language'> & { readonly audience: ReportAudience },
): ReportSource => ({
  ...frozenReport(frozen, language, audience),
  format,
  demo: isDemo,
  standing: { audience, on: localDateIn(new Date(at), timeZone), checksum },
})
