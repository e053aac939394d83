import { FilePdfIcon } from '@phosphor-icons/react/dist/csr/FilePdf'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Session } from '../../../contract/session.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { formatDate } from '../../../text/format.ts'
import { Page } from '../../page.tsx'
import { paths, reportPdfPath } from '../../paths.ts'
import { periodOf } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { Button, DownloadLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { today } from '../period/default-period.ts'
import { PeriodChoice } from '../period/period-choice.tsx'
import { FreezeButton } from './freeze-button.tsx'
import { FrozenList } from './frozen-list.tsx'
import { LiveReport, livePageQuery } from './live-report.tsx'
import './reports-page.css'

export const ReportsPage = () => {
  const { t } = useText()
  const { data: session } = useQuery(sessionQuery)
  const period = periodOf(useSearch({ from: '/signed-in/reports' }))
  if (session?.rights.includes('reports.live') && period)
    return <PeriodReport session={session} period={period} />
  return (
    <Page title={t('reports.title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.reports')}</p>
      </Notice>
    </Page>
  )
}

const PeriodReport = ({ session: { city, rights }, period }: { session: Session; period: Period }) => {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { error } = useQuery(livePageQuery(period, language))
  const show = ({ from, to }: Period) => void navigate({ to: paths.reports, search: { from, to } })
  const [from, to] = [formatDate(language, period.from), formatDate(language, period.to)]
  return (
    <Page
      title={t('reports.title')}
      lead={t('reports.lead', { city: city.name, from, to })}
      actions={
        <>
          {rights.includes('reports.freeze') ? <FreezeButton period={period} /> : null}
          <Button icon={<PrinterIcon aria-hidden size={20} />} onPress={() => window.print()}>
            {t('reports.print')}
          </Button>
          <DownloadLink href={reportPdfPath(period, language)} icon={<FilePdfIcon aria-hidden size={20} />}>
            {t('reports.pdf')}
          </DownloadLink>
        </>
      }
    >
      <div className="filters">
        <PeriodChoice period={period} around={today()} onPeriod={show} />
      </div>
      <LiveReport period={period} isDemo={city.isDemo} onPeriod={show} />
      <FrozenList isSaid={error !== null} />
    </Page>
  )
}
