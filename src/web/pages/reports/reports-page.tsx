import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Session } from '../../../contract/session.ts'
import type { Right } from '../../../domain/people/right.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { formatDate } from '../../../text/format.ts'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { type ProjectSearch, periodOf } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { liveFilePath } from '../file-path.ts'
import { PeriodChoice } from '../period/period-choice.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { DueNotice } from './due-notice.tsx'
import { FreezeButton } from './freeze-button.tsx'
import { FrozenList } from './frozen-list.tsx'
import { livePageQuery } from './live-page-query.ts'
import { LiveReport } from './live-report.tsx'
import { PartialChoice } from './partial-choice.tsx'
import { PublishedList } from './published-list.tsx'
import { ReportParts } from './report-parts.tsx'
import { usePartial } from './use-partial.ts'
import './reports-page.css'

export const ReportsPage = () => {
  const { t } = useText()
  const { data: session } = useQuery(sessionQuery)
  const { project, ...search } = useSearch({ from: '/signed-in/reports' })
  const period = periodOf(search)
  const may = (right: Right) => session?.rights.includes(right)
  if (session && may('reports.live') && period)
    return <PeriodReport session={session} period={period} project={project} />
  if (may('reports.read'))
    return (
      <Page title={t('reports.title')}>
        <ReportParts />
        <PublishedList />
      </Page>
    )
  return (
    <Page title={t('reports.title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.reports')}</p>
      </Notice>
    </Page>
  )
}

interface PeriodReportProps extends ProjectSearch {
  readonly session: Session
  readonly period: Period
}

const PeriodReport = ({ session: { city, rights }, period, project }: PeriodReportProps) => {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { error } = useQuery(livePageQuery(period, language))
  const partial = usePartial(period, project)
  const show = ({ from, to }: Period, chosen?: ProjectSearch['project']) =>
    void navigate({ to: paths.reports, search: { from, to, project: chosen } })
  const [from, to] = [formatDate(language, period.from), formatDate(language, period.to)]
  return (
    <Page
      title={t('reports.title')}
      lead={t('reports.lead', { city: city.name, from, to })}
      actions={
        <>
          <Link
            to={paths.making}
            search={{ from: period.from, to: period.to, project }}
            className="button button-primary"
          >
            {t('reports.make')}
          </Link>
          {rights.includes('reports.freeze') ? <FreezeButton period={period} partial={partial} /> : null}
          <Button icon={<PrinterIcon aria-hidden size={20} />} onPress={() => window.print()}>
            {t('reports.print')}
          </Button>
          <DownloadMenu pathOf={liveFilePath(period, language, partial?.projectId)} />
        </>
      }
    >
      <ReportParts />
      <DueNotice />
      <div className="filters">
        <PartialChoice period={period} partial={partial} onChoose={show} />
        <PeriodChoice period={period} around={useToday()} onPeriod={show} />
      </div>
      <LiveReport period={period} isDemo={city.isDemo} onPeriod={show} />
      <FrozenList isSaid={error !== null} />
    </Page>
  )
}
