import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { FrozenProject } from './frozen-project.tsx'
import type { FrozenPage } from './frozen-query.ts'
import { PublicReport } from './public-report.tsx'
import { ReportContent } from './report-content.tsx'

interface FrozenFiguresProps {
  readonly frozen: FrozenPage
  readonly audience: ReportAudience
}

/** The figures of a frozen report with their tables, through whose eyes. */
export const FrozenFigures = ({ frozen, audience }: FrozenFiguresProps) => {
  const { snapshot, report, charts, project } = frozen
  if (audience !== 'coordinator') return <PublicReport id={snapshot.id} audience={audience} />
  return (
    <>
      {project ? <FrozenProject project={project} /> : null}
      <ReportContent report={report} charts={charts} isBusy={false} />
    </>
  )
}
