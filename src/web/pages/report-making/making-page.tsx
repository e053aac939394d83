import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Session } from '../../../contract/session.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { formatDate } from '../../../text/format.ts'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { type MakingSearch, periodOf } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { liveFilePath } from '../file-path.ts'
import { DownloadMenu } from '../reports/download-menu.tsx'
import { FreezeButton } from '../reports/freeze-button.tsx'
import { usePartial } from '../reports/use-partial.ts'
import { AudienceSwitch } from './audience-switch.tsx'
import { pagesQuery } from './pages-query.ts'
import { ReportBench } from './report-bench.tsx'
import './making-page.css'

// Whoever makes a report came for this one.
const OtherPeriod = later(() =>
  Promise.all([import('./other-period.tsx'), openCatalogue('projects')]).then(([module]) => ({
    default: module.OtherPeriod,
  })),
)

export const MakingPage = () => {
  const { t } = useText('making')
  const { data: session } = useQuery(sessionQuery)
  const search = useSearch({ from: '/signed-in/reports/making' })
  const period = periodOf(search)
  if (session?.rights.includes('reports.live') && period)
    return <MadeReport session={session} period={period} search={search} />
  return (
    <Page title={t('title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.reports')}</p>
      </Notice>
    </Page>
  )
}

interface MadeReportProps {
  readonly session: Session
  readonly period: Period
  readonly search: MakingSearch
}

/** The report is made here: whose eyes look at it, and below that its chapters, its pages and their texts. */
const MadeReport = ({ session: { city, rights }, period, search }: MadeReportProps) => {
  const { t, language } = useText('making')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const partial = usePartial(period, search.project)
  const report = { ...period, language, projectId: partial?.projectId }
  const { audience = 'coordinator' } = search
  const show = (change: Partial<MakingSearch>) =>
    void navigate({ to: paths.making, search: { ...search, ...change }, resetScroll: false })
  const days = { from: formatDate(language, period.from), to: formatDate(language, period.to) }
  const choosePeriod = ({ from, to }: Period, project?: string) => show({ from, to, project })
  return (
    <Page
      title={t('title')}
      lead={t('reports.lead', { city: city.name, ...days })}
      actions={
        <>
          {rights.includes('reports.freeze') ? (
            <FreezeButton period={period} partial={partial} look="primary" />
          ) : null}
          <DownloadMenu pathOf={liveFilePath(period, language, partial?.projectId)} />
        </>
      }
    >
      <div className="making-bar">
        <AudienceSwitch
          audience={audience}
          onAudience={(chosen) => show({ audience: chosen === 'coordinator' ? undefined : chosen })}
          onApproach={() => void queries.prefetchQuery(pagesQuery(report, 'council'))}
        />
        <Disclosure label={t('otherPeriod')}>
          {() => (
            <Suspense>
              <OtherPeriod period={period} partial={partial} onChoose={choosePeriod} />
            </Suspense>
          )}
        </Disclosure>
      </div>
      <ReportBench
        // Another report has other texts.
        key={[report.from, report.to, language, report.projectId].join(' ')}
        report={report}
        audience={audience}
        mayWrite={rights.includes('reports.write')}
      />
    </Page>
  )
}
