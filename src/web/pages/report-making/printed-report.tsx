import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportPages } from '../../../contract/report-pages.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { PageStack } from './page-stack.tsx'
import { type Zoom, ZoomButtons } from './zoom-buttons.tsx'
import './page-stack.css'

interface PrintedReportProps extends Omit<Parameters<typeof PageStack>[0], 'report' | 'isBusy' | 'onLost'> {
  readonly asked: UseQueryResult<ReportPages>
  /** What is said while nothing has come yet. */
  readonly waiting: string
  /** The same report for who hears it rather than sees it; undefined where there is no such file. */
  readonly pdf: string | undefined
}

/** The report as it is printed, page by page. */
export const PrintedReport = ({ asked, waiting, pdf, ...stack }: PrintedReportProps) => {
  const { t } = useText('making')
  const [zoom, setZoom] = useState<Zoom>(100)
  const { data, error, refetch, isPlaceholderData } = asked
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={waiting} />
  return (
    <>
      <div className="sheets-bar">
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
        {pdf ? (
          <a className="link" href={pdf} target="_blank" rel="noreferrer">
            {t('openPdf')}
          </a>
        ) : null}
      </div>
      {isPlaceholderData ? <LoadingState sentence={waiting} /> : null}
      <div className="sheets-frame" data-zoom={zoom}>
        <PageStack {...stack} report={data} isBusy={isPlaceholderData} onLost={refetch} />
      </div>
    </>
  )
}
